using System.Numerics;
using Engagement.Attrition.Features;

namespace Engagement.Attrition.Training.Trees;

/// <inheritdoc/>
/// <remarks>
/// Several rows at once, one a lane: every node is asked of all of them, and its answer kept as a mask of those that go left. That is more
/// questions than a walk down each tree, but none waits for another, nor for a guess which way it goes.
/// </remarks>
internal sealed class TreeScorer : Scorer
{
    private static readonly int Lanes = Vector<float>.Count;

    private readonly TreesModel _model;
    private readonly int[] _asked; // features that a tree asks of
    private readonly int _mostNodes;

    public TreeScorer(ModelDocument document, TreesModel model) : base(document)
    {
        _model = model;
        _asked = [.. model.Trees.SelectMany(tree => tree.Feature).Where(feature => feature >= 0).Distinct().Order()];
        _mostNodes = model.Trees.Select(tree => tree.Feature.Length).DefaultIfEmpty(0).Max();
    }

    internal override double ModelBaseline => _model.Intercept + _model.Trees.Sum(tree => tree.Value[0]);

    internal override void Logits(FeatureMatrix features, int first, Span<double> logits)
    {
        var columns = new float[features.Columns * Lanes];
        var masks = new Vector<int>[_mostNodes];
        Span<double> sums = stackalloc double[Lanes];
        for (var start = 0; start < logits.Length; start += Lanes)
        {
            var rows = Math.Min(Lanes, logits.Length - start);
            for (var lane = 0; lane < rows; lane++)
            {
                var row = features.Row(first + start + lane);
                // As Tree.Next has it: what is larger than any number counts as the largest. Unknown stays unknown.
                foreach (var feature in _asked) columns[feature * Lanes + lane] = MathF.Min(row[feature], float.MaxValue);
            }
            Sum(columns, masks, sums);
            sums[..rows].CopyTo(logits[start..]);
        }
    }

    private void Sum(float[] columns, Vector<int>[] masks, Span<double> sums)
    {
        Vector<double> low = new(_model.Intercept), high = low;
        foreach (var tree in _model.Trees)
        {
            var value = Vector<float>.Zero;
            masks[0] = Vector<int>.AllBitsSet;
            for (var node = 0; node < tree.Feature.Length; node++)
            {
                var here = masks[node];
                if (tree.Feature[node] is >= 0 and var feature)
                {
                    Vector<float> values = new(columns, feature * Lanes), threshold = new(tree.Threshold[node]);
                    // Nothing that is unknown is at most, or more than, anything.
                    var left = tree.MissingLeft[node] ? ~Vector.GreaterThan(values, threshold) : Vector.LessThanOrEqual(values, threshold);
                    masks[tree.Left[node]] = here & left;
                    masks[tree.Right[node]] = Vector.AndNot(here, left);
                }
                else
                {
                    value += Vector.AsVectorSingle(here & Vector.AsVectorInt32(new Vector<float>((float)tree.Value[node])));
                }
            }
            Vector.Widen(value, out var lowValue, out var highValue);
            low += lowValue;
            high += highValue;
        }
        low.CopyTo(sums);
        high.CopyTo(sums[Vector<double>.Count..]);
    }

    // Each question adds what the answer changes in the value of the node (Saabas, 2014): not a Shapley value, but it sums.
    internal override void AddContributions(ReadOnlySpan<float> row, Span<double> contributions)
    {
        foreach (var tree in _model.Trees)
            for (var node = 0; tree.Feature[node] is >= 0 and var feature;)
            {
                var next = tree.Next(node, row[feature]);
                contributions[feature] += tree.Value[next] - tree.Value[node];
                node = next;
            }
    }
}
