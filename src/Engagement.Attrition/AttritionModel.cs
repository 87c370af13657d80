using Engagement.Attrition.Training;
using Engagement.Attrition.Training.Corrected;
using Engagement.Attrition.Training.Logistic;
using Engagement.Attrition.Training.Trees;

namespace Engagement.Attrition;

/// <summary>How the model of each task is trained. What the options are was chosen on runs before those it is evaluated on.</summary>
public static class AttritionModel
{
    private static readonly TreeOptions Corrections = new()
    {
        MostTrees = 150, Leaves = 8, LearningRate = 0.1, LeastWeight = 100, RowShare = 0.7, FeatureShare = 0.5,
    };

    public static LogisticOptions Logistic { get; } = new() { Strengths = [100], Knots = 3 };

    public static ITrainer Trainer { get; } = new CorrectedTrainer(Logistic, Corrections);

    /// <summary>The challenger: trees alone.</summary>
    public static ITrainer Challenger { get; } = new TreeTrainer(new TreeOptions { MostTrees = 250, Leaves = 31, LearningRate = 0.05, LeastWeight = 30 });
}
