using System.Runtime.Intrinsics;
using Engagement.Attrition.Features;

namespace Engagement.Attrition.Training.Trees;

/// <inheritdoc/>
internal sealed class TreeScorer : Scorer
{
    private readonly TreesModel _model;
    private readonly int[] _asked; // features that a tree asks of
    private readonly TreeLanes _lanes;
    private readonly Tree[] _large;

    public TreeScorer(ModelDocument document, TreesModel model) : base(document)
    {
        _model = model;
        _asked = [.. model.Trees.SelectMany(tree => tree.Feature).Where(feature => feature >= 0).Distinct().Order()];
        var isSmall = model.Trees.ToLookup(tree => TreeLanes.Questions(tree) < TreeLanes.MostLeaves);
        _lanes = new TreeLanes([.. isSmall[true]], feature => Array.BinarySearch(_asked, feature) * 2 * TreeLanes.Rows);
        _large = [.. isSmall[false]];
    }

    internal override double ModelBaseline => _model.Intercept + _model.Trees.Sum(tree => tree.Value[0]);

    internal override void Logits(FeatureMatrix features, int first, Span<double> logits)
    {
        var columns = new float[_asked.Length * 2 * TreeLanes.Rows];
        Span<double> sums = stackalloc double[TreeLanes.Rows];
        for (var start = 0; start < logits.Length; start += TreeLanes.Rows)
        {
            var rows = Math.Min(TreeLanes.Rows, logits.Length - start);
            Lay(features, first + start, rows, columns);
            sums.Fill(_model.Intercept);
            _lanes.Add(columns, sums);
            sums[..rows].CopyTo(logits[start..]);
            for (var lane = 0; lane < rows; lane++)
                foreach (var tree in _large) logits[start + lane] += (float)tree.Value[Leaf(tree, features.Row(first + start + lane))];
        }
    }

    // As Tree.Next has it: what is larger than any number counts as the largest.
    private void Lay(FeatureMatrix features, int first, int rows, Span<float> columns)
    {
        for (var lane = 0; lane < rows; lane++)
        {
            var row = features.Row(first + lane);
            for (var place = 0; place < _asked.Length; place++) columns[place * 2 * TreeLanes.Rows + lane] = row[_asked[place]];
        }
        for (var place = 0; place < _asked.Length; place++)
        {
            Span<float> less = columns.Slice(place * 2 * TreeLanes.Rows, TreeLanes.Rows), more = columns.Slice((place * 2 + 1) * TreeLanes.Rows, TreeLanes.Rows);
            for (var lane = 0; lane < TreeLanes.Rows; lane += Vector256<float>.Count)
            {
                var value = Vector256.Create<float>(less[lane..]);
                var isKnown = Vector256.Equals(value, value);
                var known = Vector256.Min(value, Vector256.Create(float.MaxValue));
                Vector256.ConditionalSelect(isKnown, known, Vector256.Create(float.NegativeInfinity)).CopyTo(less[lane..]);
                Vector256.ConditionalSelect(isKnown, known, Vector256.Create(float.PositiveInfinity)).CopyTo(more[lane..]);
            }
        }
    }

    private static int Leaf(Tree tree, ReadOnlySpan<float> row)
    {
        var node = 0;
        while (tree.Feature[node] is >= 0 and var feature) node = tree.Next(node, row[feature]);
        return node;
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
