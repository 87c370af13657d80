using Engagement.Attrition.Training;
using Engagement.Attrition.Training.Trees;
using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;
using TreeOptions = Engagement.Attrition.Training.Trees.TreeOptions;

namespace Engagement.Adapters.MicrosoftML;

/// <summary>ML.NET's FastTree, its scores calibrated by Platt's line, as trees of the product's own document. Thread-safe.</summary>
/// <param name="options">Those that FastTree has as well; what it has not is left out: how strongly leaves are held back, and patience.</param>
internal sealed class FastTreeTrainer(TreeOptions options) : ITrainer
{
    /// <summary>Stands for what is not known: less than all that is.</summary>
    private const float Unknown = float.MinValue;

    public string Name => TreeTrainer.Kind;

    /// <inheritdoc/>
    /// <remarks>Validation rows are only looked at for the metric: FastTree's number of trees is the options'.</remarks>
    public ModelDocument Train(TrainingSet set, TrainingSet? validation = null)
    {
        set.RefuseUnlike(validation);
        var fitted = Fit(new MLContext(seed: (int)options.Seed), set).Model;
        var document = ModelDocument.Of(TreeTrainer.Kind, set) with
        {
            TrainedBy = MicrosoftML.Called,
            Trees = TreesOf(fitted.SubModel, fitted.Calibrator, set),
        };
        return document with { Metrics = Metric.LogLosses(document, set, validation, options.Processors) };
    }

    internal BinaryPredictionTransformer<CalibratedModelParametersBase<FastTreeBinaryModelParameters, PlattCalibrator>> Fit(MLContext ml, TrainingSet set) =>
        ml.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options
        {
            NumberOfTrees = options.MostTrees, NumberOfLeaves = options.Leaves, LearningRate = options.LearningRate,
            MinimumExampleCountPerLeaf = LeastRows(set), FeatureFraction = options.FeatureShare, BaggingSize = 1, BaggingExampleFraction = options.RowShare,
            Seed = (int)options.Seed, FeatureSelectionSeed = (int)options.Seed, NumberOfThreads = options.Processors,
        }).Fit(View(ml, set));

    /// <summary>The rows as it learns from them and scores them.</summary>
    internal static IDataView View(MLContext ml, TrainingSet set) =>
        LearntRow.View(ml, set.Rows, set.Features.Columns, set.Labels, (row, features) => Write(set.Features.Row(row), features));

    // The options count in rows' weight, p (1 - p).
    private int LeastRows(TrainingSet set) => Math.Max(1, (int)(options.LeastWeight / (set.BaseRate * (1 - set.BaseRate))));

    private static void Write(ReadOnlySpan<float> row, float[] features)
    {
        for (var column = 0; column < features.Length; column++) features[column] = float.IsNaN(row[column]) ? Unknown : row[column];
    }

    // The line makes a logit of a score: each tree's share of it is its own, the rest is the intercept.
    private static TreesModel TreesOf(FastTreeBinaryModelParameters model, PlattCalibrator line, TrainingSet set)
    {
        var ensemble = model.TrainedTreeEnsemble;
        var factor = -line.Slope;
        return new TreesModel(
            factor * ensemble.Bias - line.Offset,
            [.. ensemble.Trees.Zip(ensemble.TreeWeights, (tree, weight) => FlatTree.Of(tree, factor * weight, set.Features))]);
    }
}
