namespace Engagement.Attrition.Evaluation;

/// <summary>What came of pointing out, over all weeks and courses.</summary>
/// <param name="Alerts">Person-weeks pointed out.</param>
/// <param name="Hits">Those of them to which the event happened.</param>
/// <param name="Events">Person-weeks to which it happened, pointed out or not.</param>
public readonly record struct PrecisionRecall(int Alerts, int Hits, int Events)
{
    /// <summary>Of those pointed out, the share to whom it happened; NaN where nobody was.</summary>
    public double Precision => (double)Hits / Alerts;

    /// <summary>Of those to whom it happened, the share pointed out; NaN where it happened to nobody.</summary>
    public double Recall => (double)Hits / Events;

    /// <param name="weeks">All person-weeks.</param>
    /// <param name="alerted">Which of them are pointed out.</param>
    public static PrecisionRecall Of(ScoredWeeks weeks, bool[] alerted) => new(
        alerted.Count(alert => alert), weeks.Event.Zip(alerted).Count(row => row is (true, true)), weeks.Events);
}
