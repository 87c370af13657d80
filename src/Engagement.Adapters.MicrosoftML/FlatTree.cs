using Engagement.Attrition.Features;
using Engagement.Attrition.Training.Trees;
using Microsoft.ML.Trainers.FastTree;

namespace Engagement.Adapters.MicrosoftML;

/// <summary>FastTree's trees as those of the product's document.</summary>
internal static class FlatTree
{
    /// <param name="tree">Children that are leaves stand in it as the complement of the leaf's number.</param>
    /// <param name="factor">Makes logits of its values.</param>
    /// <param name="rows">What it learnt from: a node that is no leaf has the mean of what its rows get.</param>
    public static Tree Of(RegressionTree tree, double factor, FeatureMatrix rows)
    {
        var nodes = new List<Node>();
        Add(0);
        var flat = new Tree(
            [.. nodes.Select(node => node.Feature)], [.. nodes.Select(node => node.Threshold)], [.. nodes.Select(_ => true)],
            [.. nodes.Select(node => node.Left)], [.. nodes.Select(node => node.Right)], [.. nodes.Select(node => node.Value)]);
        return flat with { Value = Means(flat, rows) };

        int Add(int number)
        {
            var place = nodes.Count;
            nodes.Add(default);
            if (tree.NumberOfNodes == 0 || number < 0)
            {
                nodes[place] = new(-1, 0, 0, 0, factor * tree.LeafValues[number < 0 ? ~number : 0]);
                return place;
            }
            var left = Add(tree.LeftChild[number]);
            var right = Add(tree.RightChild[number]);
            nodes[place] = new(tree.NumericalSplitFeatureIndexes[number], tree.NumericalSplitThresholds[number], left, right, 0);
            return place;
        }
    }

    private static double[] Means(Tree tree, FeatureMatrix rows)
    {
        var (sums, counts) = (new double[tree.Feature.Length], new int[tree.Feature.Length]);
        var path = new List<int>();
        for (var row = 0; row < rows.Rows; row++)
        {
            var values = rows.Row(row);
            path.Clear();
            var node = 0;
            for (; tree.Feature[node] >= 0; node = tree.Next(node, values[tree.Feature[node]])) path.Add(node);
            foreach (var passed in path)
            {
                sums[passed] += tree.Value[node];
                counts[passed]++;
            }
        }
        return [.. tree.Value.Select((value, node) => tree.Feature[node] < 0 || counts[node] == 0 ? value : sums[node] / counts[node])];
    }

    private readonly record struct Node(int Feature, float Threshold, int Left, int Right, double Value);
}
