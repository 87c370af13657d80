namespace Engagement.Attrition.Evaluation;

/// <summary>Whether those whom it happened to were pointed out while there was time to act. A learner counts once a course.</summary>
/// <param name="Events">Learners with the event, out of those with at least one person-week. Also those to whom it happened too early for
/// anybody to be pointed out in time.</param>
/// <param name="Caught">Those of them pointed out in time at least once.</param>
/// <param name="Learners">All learners with at least one person-week.</param>
/// <param name="Touched">Those of them pointed out at least once, event or not.</param>
/// <param name="Alerts">How often anybody was.</param>
public readonly record struct LeadTime(int Events, int Caught, int Learners, int Touched, int Alerts)
{
    /// <summary>NaN where there are no events.</summary>
    public double CaughtShare => (double)Caught / Events;

    /// <summary>NaN where there are no learners.</summary>
    public double TouchedShare => (double)Touched / Learners;

    /// <param name="weeks">All person-weeks.</param>
    /// <param name="alerted">Which of them are pointed out.</param>
    /// <param name="eventDays">The day of the event, in days since the course began, by course and learner; not there: it did not happen.</param>
    /// <param name="leastDays">In time is so many days before the event or earlier,</param>
    /// <param name="mostDays">and no earlier than so many.</param>
    public static LeadTime Of(
        ScoredWeeks weeks, bool[] alerted, IReadOnlyDictionary<(int Course, int Learner), int> eventDays,
        int leastDays = 7, int mostDays = int.MaxValue)
    {
        HashSet<(int, int)> learners = [], touched = [], caught = [];
        for (var row = 0; row < weeks.Rows; row++)
        {
            var learner = (weeks.Course[row], weeks.Learner[row]);
            learners.Add(learner);
            if (!alerted[row]) continue;
            touched.Add(learner);
            if (!eventDays.TryGetValue(learner, out var day)) continue;
            var lead = day - weeks.Day[row];
            if (lead >= leastDays && lead <= mostDays) caught.Add(learner);
        }
        return new LeadTime(learners.Count(eventDays.ContainsKey), caught.Count, learners.Count, touched.Count, alerted.Count(alert => alert));
    }
}
