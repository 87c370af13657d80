using Engagement.Attrition.Evaluation;
using Engagement.Attrition.Features;
using Engagement.Attrition.Training;

namespace Engagement.Attrition.Retraining;

/// <summary>How well a model does on rows it was not trained on.</summary>
/// <param name="LogLoss">Mean per row.</param>
/// <param name="Auc">NaN: all had the same outcome.</param>
public readonly record struct Comparison(double LogLoss, double Auc)
{
    internal static Comparison Of(ModelDocument model, PersonWeeks held)
    {
        var labels = AttritionTask.GivesUp.Labels(held);
        var scores = Scorer.Of(model).Score(held.Features);
        var weeks = new ScoredWeeks(held.Course, held.Learner, held.Day, scores, labels);
        return new(Training.LogLoss.Mean(scores, labels), new Ranking(weeks).Auc());
    }
}
