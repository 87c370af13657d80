using Engagement.Attrition.Features;

namespace Engagement.Attrition.Training.Trees;

/// <inheritdoc/>
internal sealed class TreeScorer(ModelDocument document, TreesModel model) : Scorer(document)
{
    internal override double ModelBaseline => model.Intercept + model.Trees.Sum(tree => tree.Value[0]);

    internal override void Logits(FeatureMatrix features, int first, Span<double> logits)
    {
        logits.Fill(model.Intercept);
        foreach (var tree in model.Trees)
            for (var i = 0; i < logits.Length; i++)
            {
                var row = features.Row(first + i);
                var node = 0;
                while (tree.Feature[node] is >= 0 and var feature) node = tree.Next(node, row[feature]);
                logits[i] += tree.Value[node];
            }
    }

    // Each question adds what the answer changes in the value of the node (Saabas, 2014): not a Shapley value, but it sums.
    internal override void AddContributions(ReadOnlySpan<float> row, Span<double> contributions)
    {
        foreach (var tree in model.Trees)
            for (var node = 0; tree.Feature[node] is >= 0 and var feature;)
            {
                var next = tree.Next(node, row[feature]);
                contributions[feature] += tree.Value[next] - tree.Value[node];
                node = next;
            }
    }
}
