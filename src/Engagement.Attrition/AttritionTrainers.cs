using Engagement.Attrition.Training;
using Engagement.Attrition.Training.Corrected;
using Engagement.Attrition.Training.Logistic;
using Engagement.Attrition.Training.Trees;

namespace Engagement.Attrition;

/// <summary>How the model of each task is trained, and whose code does it. Thread-safe.</summary>
public sealed class AttritionTrainers
{
    private static readonly TreeOptions Corrections = new()
    {
        MostTrees = 130, Leaves = 8, LearningRate = 0.15, LeastWeight = 50, RowShare = 0.5, FeatureShare = 0.3,
    };

    private static readonly TreeOptions Alone = new() { MostTrees = 150, Leaves = 31, LearningRate = 0.08, LeastWeight = 30, RowShare = 0.5 };

    private static readonly LogisticOptions Curves = new() { Knots = 3 };

    private readonly IMinimum _minimum;

    /// <param name="name">In the setting <c>Attrition:Trainer</c>.</param>
    /// <param name="minimum">Finds the weights of the regression.</param>
    /// <param name="challenger">Makes trees alone.</param>
    internal AttritionTrainers(string name, IMinimum minimum, Func<TreeOptions, ITrainer> challenger) =>
        (Name, _minimum, Challenger) = (name, minimum, challenger(Alone));

    /// <summary>The product's own.</summary>
    public static AttritionTrainers BuiltIn { get; } = new("built-in", new Minimum(), options => new TreeTrainer(options));

    public string Name { get; }

    /// <summary>The challenger: trees alone.</summary>
    public ITrainer Challenger { get; }

    /// <summary>Finds, given validation rows, how strongly weights are to be held back and how many trees are worth it.</summary>
    public ITrainer Pilot => new CorrectedTrainer(new LogisticTrainer(Curves with { Strengths = [30, 100, 300] }, _minimum), new TreeTrainer(Corrections));

    /// <summary>Trains with what the pilot's model found.</summary>
    public ITrainer Like(ModelDocument pilot) => new CorrectedTrainer(
        WithoutTrees(pilot), new TreeTrainer(Corrections with { MostTrees = Math.Max(1, pilot.Trees!.Trees.Count) }));

    /// <summary>The same without trees.</summary>
    public LogisticTrainer WithoutTrees(ModelDocument pilot) => new(Curves with { Strengths = [pilot.Logistic!.Strength] }, _minimum);
}
