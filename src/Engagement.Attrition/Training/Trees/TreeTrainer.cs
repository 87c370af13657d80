namespace Engagement.Attrition.Training.Trees;

/// <summary>
/// Gradient-boosted trees on histograms (Ke et al., LightGBM, 2017): finds steps and interplay of features by itself; its reasons are
/// rougher. The challenger of the logistic regression. Thread-safe.
/// </summary>
public sealed class TreeTrainer(TreeOptions options) : ITrainer
{
    internal const string Kind = "trees";

    /// <summary>Rows that the bins are made of.</summary>
    private const int SampleRows = 65_536;

    public string Name => Kind;

    /// <inheritdoc/>
    /// <remarks>Writes the metrics <c>train_log_loss</c> and, given validation rows, <c>validation_log_loss</c>, both per row.</remarks>
    public ModelDocument Train(TrainingSet set, TrainingSet? validation = null)
    {
        var intercept = LogLoss.Logit(set.BaseRate);
        var (trees, metrics) = Boost(set, Filled(set.Rows), validation, Filled(validation?.Rows ?? 0));
        return ModelDocument.Of(Kind, set) with { Trees = new(intercept, trees), Metrics = metrics };

        double[] Filled(int rows)
        {
            var logits = new double[rows];
            Array.Fill(logits, intercept);
            return logits;
        }
    }

    /// <summary>Trees that correct given logits of the rows, which are changed.</summary>
    internal (List<Tree> Trees, Dictionary<string, double> Metrics) Boost(
        TrainingSet set, double[] logits, TrainingSet? validation, double[] laterLogits)
    {
        Check(set, validation);
        var bins = Bins.Of(set.Features, set.Sample(SampleRows).Features, options.Processors);
        var later = validation is null ? null : bins.Of(validation.Features, options.Processors);
        var grower = new TreeGrower(bins, set.Labels, options);
        var trees = new List<Tree>();
        var best = (Trees: 0, Loss: double.PositiveInfinity, Logits: (double[])logits.Clone());
        while (trees.Count < options.MostTrees && trees.Count - best.Trees < options.Patience)
        {
            var tree = grower.Grow(trees.Count, logits);
            tree.AddTo(logits, bins, options.Processors);
            trees.Add(tree.ToTree(bins));
            if (later is not null) tree.AddTo(laterLogits, later, options.Processors);
            var loss = validation is null ? 0 : Loss(laterLogits, validation.Labels);
            if (validation is not null && loss >= best.Loss) continue;
            logits.CopyTo(best.Logits, 0);
            best = (trees.Count, loss, best.Logits);
        }

        var metrics = new Dictionary<string, double> { [Metric.TrainLogLoss] = Loss(best.Logits, set.Labels) };
        if (validation is not null) metrics.Add(Metric.ValidationLogLoss, best.Loss);
        return (trees[..best.Trees], metrics);
    }

    /// <summary>Mean per row.</summary>
    private double Loss(double[] logits, bool[] labels) => RowBlocks.Sum(logits.Length, 1, options.Processors, (block, sums) =>
    {
        for (var row = block.Start.Value; row < block.End.Value; row++) sums[0] += LogLoss.Of(logits[row], labels[row]);
    })[0] / logits.Length;

    private void Check(TrainingSet set, TrainingSet? validation)
    {
        set.RefuseUnlike(validation);
        if (options is not
            {
                MostTrees: > 0, Leaves: > 1, LearningRate: > 0 and <= 1, Strength: > 0, LeastWeight: > 0, RowShare: > 0 and <= 1,
                FeatureShare: > 0 and <= 1, Patience: > 0, Processors: > 0,
            })
            throw new ArgumentException($"Not to be used: {options}");
    }
}
