using Engagement.Attrition.Training.Logistic;
using Engagement.Attrition.Training.Trees;

namespace Engagement.Attrition.Training.Corrected;

/// <summary>
/// A logistic regression, corrected by a few small trees that are boosted on what it leaves: the regression carries over from one
/// run to the next and gives the reasons, the trees add what features tell only together. Thread-safe.
/// </summary>
public sealed class CorrectedTrainer : ITrainer
{
    internal const string Kind = "corrected";

    private readonly LogisticTrainer _straight;
    private readonly TreeTrainer _trees;

    public CorrectedTrainer(LogisticOptions logistic, TreeOptions trees) : this(new LogisticTrainer(logistic), new TreeTrainer(trees))
    {
    }

    internal CorrectedTrainer(LogisticTrainer straight, TreeTrainer trees) => (_straight, _trees) = (straight, trees);

    public string Name => Kind;

    /// <inheritdoc/>
    public ModelDocument Train(TrainingSet set, TrainingSet? validation = null)
    {
        var straight = _straight.Train(set, validation);
        var scorer = Scorer.Of(straight);
        var (corrections, metrics) = _trees.Boost(
            set, scorer.Logits(set.Features), validation, validation is null ? [] : scorer.Logits(validation.Features));
        return straight with { Kind = Kind, Trees = new TreesModel(0, corrections), Metrics = metrics };
    }
}
