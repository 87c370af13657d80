namespace Engagement.Attrition.Evaluation;

/// <summary>What a model was worth once something had been added to it.</summary>
/// <param name="Name">What was added: a family of features, or a step of training.</param>
/// <param name="Auc">Of all weeks.</param>
/// <param name="Precision">At 5 % a week per course.</param>
/// <param name="Ece">See <see cref="Reliability.Ece"/>.</param>
public sealed record Addition(string Name, double Auc, double Precision, double Ece)
{
    /// <param name="name">What was added to the model before.</param>
    /// <param name="weeks">Scored by the model that has it.</param>
    public static Addition Of(string name, ScoredWeeks weeks)
    {
        var alerted = new WeeklyAlerts(weeks).Choose(new AlertPolicy(ContenderResult.DefaultPercent / 100.0));
        return new Addition(name, new Ranking(weeks).Auc(), PrecisionRecall.Of(weeks, alerted).Precision, Reliability.Of(weeks).Ece);
    }
}
