using Engagement.Attrition.Training;
using Engagement.Attrition.Training.Corrected;
using Engagement.Attrition.Training.Logistic;
using Engagement.Attrition.Training.Trees;

namespace Engagement.Attrition;

/// <summary>How the model of each task is trained.</summary>
public static class AttritionModel
{
    private static readonly TreeOptions Corrections = new()
    {
        MostTrees = 130, Leaves = 8, LearningRate = 0.15, LeastWeight = 50, RowShare = 0.5, FeatureShare = 0.3,
    };

    private static readonly LogisticOptions Curves = new() { Knots = 3 };

    /// <summary>The challenger: trees alone.</summary>
    public static ITrainer Challenger { get; } = new TreeTrainer(new TreeOptions { MostTrees = 150, Leaves = 31, LearningRate = 0.08, LeastWeight = 30, RowShare = 0.5 });

    /// <summary>Finds, given validation rows, how strongly weights are to be held back and how many trees are worth it.</summary>
    public static ITrainer Pilot { get; } = new CorrectedTrainer(Curves with { Strengths = [30, 100, 300] }, Corrections);

    /// <summary>Trains with what the pilot's model found.</summary>
    public static ITrainer Like(ModelDocument pilot) => new CorrectedTrainer(
        Curves with { Strengths = [pilot.Logistic!.Strength] }, Corrections with { MostTrees = Math.Max(1, pilot.Trees!.Trees.Count) });

    /// <summary>The same without trees.</summary>
    public static ITrainer WithoutTrees(ModelDocument pilot) => new LogisticTrainer(Curves with { Strengths = [pilot.Logistic!.Strength] });
}
