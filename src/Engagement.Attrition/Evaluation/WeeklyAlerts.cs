namespace Engagement.Attrition.Evaluation;

/// <summary>
/// Who would have been pointed out: week by week, in each course those who score highest. Equal scores are drawn by lot, always the
/// same, whatever the order of the rows. Weeks are ranked once, then any policy can be asked. Safe from many threads at once.
/// </summary>
public sealed class WeeklyAlerts
{
    private readonly ScoredWeeks _weeks;
    private readonly int[] _ranked; // rows by day, course, score
    private readonly List<CourseWeek[]> _days = [];

    public WeeklyAlerts(ScoredWeeks weeks)
    {
        _weeks = weeks;
        _ranked = [.. Enumerable.Range(0, weeks.Rows)];
        var lots = Array.ConvertAll(_ranked, Lot);
        Array.Sort(_ranked, (a, b) =>
            weeks.Day[a] != weeks.Day[b] ? weeks.Day[a].CompareTo(weeks.Day[b])
            : weeks.Course[a] != weeks.Course[b] ? weeks.Course[a].CompareTo(weeks.Course[b])
            : weeks.Score[a] != weeks.Score[b] ? weeks.Score[b].CompareTo(weeks.Score[a])
            : lots[a].CompareTo(lots[b]));
        foreach (var day in CourseWeeks().GroupBy(week => weeks.Day[_ranked[week.Start]])) _days.Add([.. day]);
    }

    /// <summary>Which rows are pointed out.</summary>
    /// <exception cref="ArgumentException">The budget is to be cut by expected events, and scores are no probabilities.</exception>
    public bool[] Choose(AlertPolicy policy)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(policy.Share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(policy.Share, 1);
        if (policy.Cut == BudgetCut.ByExpectedEvents && !_weeks.HasProbabilities)
            throw new ArgumentException("A budget is cut by expected events only where scores are probabilities", nameof(policy));
        var alerted = new bool[_weeks.Rows];
        var rested = new Dictionary<(int Course, int Learner), int>(); // from which day they may be pointed out again
        foreach (var day in _days)
        {
            var budgets = Budgets(day, policy);
            for (var i = 0; i < day.Length; i++)
            {
                var left = budgets[i];
                for (var rank = day[i].Start; rank < day[i].End && left > 0; rank++)
                {
                    var row = _ranked[rank];
                    var enrolment = (_weeks.Course[row], _weeks.Learner[row]);
                    if (rested.TryGetValue(enrolment, out var from) && _weeks.Day[row] < from) continue;
                    alerted[row] = true;
                    left--;
                    if (policy.CoolDownDays > 0) rested[enrolment] = _weeks.Day[row] + policy.CoolDownDays;
                }
            }
        }
        return alerted;
    }

    private IEnumerable<CourseWeek> CourseWeeks()
    {
        for (int start = 0, end; start < _ranked.Length; start = end)
        {
            var (day, course, expected) = (_weeks.Day[_ranked[start]], _weeks.Course[_ranked[start]], 0.0);
            for (end = start; end < _ranked.Length && _weeks.Day[_ranked[end]] == day && _weeks.Course[_ranked[end]] == course; end++)
                expected += _weeks.Score[_ranked[end]];
            yield return new CourseWeek(start, end, expected);
        }
    }

    private static int[] Budgets(CourseWeek[] day, AlertPolicy policy)
    {
        if (policy.Cut == BudgetCut.PerCourse) return Array.ConvertAll(day, week => Budget(week.Rows, policy.Share));
        // Sainte-Laguë: one after the other goes to the course that is furthest behind, and to none more than it has learners.
        var budgets = new int[day.Length];
        for (var left = Budget(day.Sum(week => week.Rows), policy.Share); left > 0; left--)
            budgets[Enumerable.Range(0, day.Length).Where(i => budgets[i] < day[i].Rows).MaxBy(i => day[i].Expected / (2 * budgets[i] + 1))]++;
        return budgets;
    }

    private static int Budget(int rows, double share) => Math.Max(1, (int)Math.Round(share * rows, MidpointRounding.AwayFromZero));

    // SplitMix64's last steps: spreads neighbouring numbers over all of them.
    private ulong Lot(int row)
    {
        var lot = ((ulong)(uint)_weeks.Learner[row] << 32 | (uint)_weeks.Day[row]) + 0x9E3779B97F4A7C15 * ((ulong)_weeks.Course[row] + 1);
        lot = (lot ^ lot >> 30) * 0xBF58476D1CE4E5B9;
        lot = (lot ^ lot >> 27) * 0x94D049BB133111EB;
        return lot ^ lot >> 31;
    }

    /// <summary>One course at one cut: its places in the ranking, and the sum of its scores.</summary>
    private readonly record struct CourseWeek(int Start, int End, double Expected)
    {
        public int Rows => End - Start;
    }
}
