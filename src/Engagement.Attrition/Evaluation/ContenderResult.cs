namespace Engagement.Attrition.Evaluation;

/// <summary>How good a contender is.</summary>
/// <param name="Name">As reports call it.</param>
/// <param name="Landmarks">All weeks together first, then the single cuts.</param>
/// <param name="Shares">At 1 to 20 % a week, in this order.</param>
/// <param name="Leads">At 5 % a week, without and with cool-down; empty where the event has no day of its own.</param>
public sealed record ContenderResult(
    string Name, IReadOnlyList<LandmarkResult> Landmarks, IReadOnlyList<ShareResult> Shares, IReadOnlyList<LeadResult> Leads)
{
    /// <summary>What facilitators are given by default, of a course a week.</summary>
    public const int DefaultPercent = 5;

    /// <summary>Cuts that are reported by themselves.</summary>
    public static readonly IReadOnlyList<int> Days = [14, 28, 56];

    private const int MostPercent = 20;
    private const int CoolDownDays = 21;
    private const int RecentDays = 42;

    /// <summary>All weeks.</summary>
    public LandmarkResult Pooled => Landmarks[0];

    /// <param name="percent">1 to 20.</param>
    public ShareResult At(int percent) => Shares[percent - 1];

    /// <param name="weeks">What happened; their scores are not looked at.</param>
    /// <param name="contender">Has a score for each row of them.</param>
    /// <param name="eventDays">The day of the event, by course and learner, where it has one.</param>
    public static ContenderResult Of(
        ScoredWeeks weeks, Contender contender, IReadOnlyDictionary<(int Course, int Learner), int>? eventDays = null)
    {
        var (scored, areProbabilities) = (weeks with { Score = contender.Scores }, contender.AreProbabilities);
        var alerts = new WeeklyAlerts(scored);
        return new ContenderResult(
            contender.Name,
            [LandmarkResult.Of(null, scored, areProbabilities), .. Days.Select(day => LandmarkResult.Of(day, scored.At(day), areProbabilities))],
            [.. Enumerable.Range(1, MostPercent).Select(percent => new ShareResult(
                percent, Found(percent, BudgetCut.PerCourse), areProbabilities ? Found(percent, BudgetCut.ByExpectedEvents) : null))],
            eventDays is null ? [] : [Lead(0), Lead(CoolDownDays)]);

        PrecisionRecall Found(int percent, BudgetCut cut) => PrecisionRecall.Of(scored, alerts.Choose(new AlertPolicy(percent / 100.0, Cut: cut)));

        LeadResult Lead(int coolDown)
        {
            var alerted = alerts.Choose(new AlertPolicy(DefaultPercent / 100.0, coolDown));
            return new LeadResult(coolDown, LeadTime.Of(scored, alerted, eventDays!), LeadTime.Of(scored, alerted, eventDays!, mostDays: RecentDays));
        }
    }
}

/// <summary>How well is ranked, and how right probabilities are.</summary>
/// <param name="Day">The cut; null: all of them together.</param>
/// <param name="Rows">Person-weeks.</param>
/// <param name="Events">Those of them to which it happened.</param>
/// <param name="Auc">See <see cref="Ranking"/>.</param>
/// <param name="AucInterval">95 %, learners drawn anew.</param>
/// <param name="AveragePrecision">Area under precision by recall.</param>
/// <param name="Reliability">Null where scores are no probabilities.</param>
public sealed record LandmarkResult(
    int? Day, int Rows, int Events, double Auc, Interval AucInterval, double AveragePrecision, Reliability? Reliability)
{
    /// <summary>The share to which it happened.</summary>
    public double Base => (double)Events / Rows;

    internal static LandmarkResult Of(int? day, ScoredWeeks weeks, bool areProbabilities)
    {
        var ranking = new Ranking(weeks);
        return new LandmarkResult(
            day, weeks.Rows, weeks.Events, ranking.Auc(), new LearnerBootstrap(weeks.Learner).IntervalOf(times => ranking.Auc(times)),
            ranking.AveragePrecision(), areProbabilities ? Reliability.Of(weeks) : null);
    }
}

/// <summary>What comes of pointing out so many.</summary>
/// <param name="Percent">Of the learners, a week.</param>
/// <param name="PerCourse">The same share in each course.</param>
/// <param name="ByExpectedEvents">The budget cut across courses by expected events; null where scores are no probabilities.</param>
public sealed record ShareResult(int Percent, PrecisionRecall PerCourse, PrecisionRecall? ByExpectedEvents);

/// <summary>Who is caught in time, a week or more before the event.</summary>
/// <param name="CoolDownDays">0: none.</param>
/// <param name="AnyTime">Pointed out at any time before.</param>
/// <param name="Recently">Pointed out within the six weeks before: an alert much earlier hardly told of this event.</param>
public sealed record LeadResult(int CoolDownDays, LeadTime AnyTime, LeadTime Recently);
