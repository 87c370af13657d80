namespace Engagement.Attrition.Training.Trees;

/// <summary>Trees whose leaves sum to a logit.</summary>
/// <param name="Intercept">The logit before any tree.</param>
/// <param name="Trees">Each adds the value of the leaf a row falls into.</param>
public sealed record TreesModel(double Intercept, IReadOnlyList<Tree> Trees)
{
    /// <summary>What is wrong with it, if anything.</summary>
    internal string? Fault(int features)
    {
        if (!double.IsFinite(Intercept)) return "the intercept is not finite";
        foreach (var (number, tree) in Trees.Index())
            if (tree.Fault(features) is { } fault) return $"tree {number}: {fault}";
        return null;
    }
}

/// <summary>A tree of yes-or-no questions, as arrays by node. Node 0 is the root; children come after their parent.</summary>
/// <param name="Feature">The feature asked of, by place; -1: the node is a leaf.</param>
/// <param name="Threshold">Values up to and with it go left. The largest number there is: all that are known do.</param>
/// <param name="MissingLeft">Whether an unknown value goes left.</param>
/// <param name="Left">The next node.</param>
/// <param name="Right">The next node.</param>
/// <param name="Value">What the tree would add, were this node a leaf; of a leaf, what it adds.</param>
public sealed record Tree(int[] Feature, float[] Threshold, bool[] MissingLeft, int[] Left, int[] Right, double[] Value)
{
    /// <summary>The child of a node that is no leaf, for a value of its feature.</summary>
    public int Next(int node, float value) =>
        (float.IsNaN(value) ? MissingLeft[node] : MathF.Min(value, float.MaxValue) <= Threshold[node]) ? Left[node] : Right[node];

    /// <summary>What is wrong with it, if anything.</summary>
    internal string? Fault(int features)
    {
        if (Feature.Length == 0) return "it has no root";
        if (Threshold.Length != Feature.Length || MissingLeft.Length != Feature.Length || Left.Length != Feature.Length
            || Right.Length != Feature.Length || Value.Length != Feature.Length) return "its arrays are not of one length";
        for (var node = 0; node < Feature.Length; node++)
        {
            if (!(double.IsFinite(Value[node]) && float.IsFinite(Threshold[node]))) return $"a number of node {node} is not finite";
            if (Feature[node] < -1 || Feature[node] >= features) return $"node {node} asks of feature {Feature[node]} of {features}";
            if (Feature[node] >= 0 && !(IsAfter(Left[node], node) && IsAfter(Right[node], node)))
                return $"node {node} has no children after it";
        }
        return null;
    }

    private bool IsAfter(int child, int node) => child > node && child < Feature.Length;
}
