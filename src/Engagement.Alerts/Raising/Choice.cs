namespace Engagement.Alerts.Raising;

/// <summary>
/// Whom of a caseload to point out now: pure. One open alert a learner and course; none within the cool-down; no more a day than the
/// facilitator's capacity, which courses share in proportion to how many of their candidates are expected to give up; of those whom only a model
/// finds, no more a week than a share of the learners.
/// </summary>
public static class Choice
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <param name="load">Whose learners the candidates are.</param>
    /// <param name="candidates">Of this caseload; each learner of a course once.</param>
    /// <param name="past">All alerts there have been, in any order; those of others don't matter.</param>
    /// <param name="now">The moment learners are looked at from.</param>
    /// <param name="options">The rules.</param>
    /// <returns>Course by course, most urgent first.</returns>
    public static IReadOnlyList<Candidate> Of(
        Caseload load, IEnumerable<Candidate> candidates, IReadOnlyCollection<PastAlert> past, DateTimeOffset now, AlertsOptions options)
    {
        var rested = past.Where(alert => !alert.IsOver || now < alert.RaisedAt.AddDays(options.CoolDownDays))
            .Select(alert => (alert.CourseId, alert.LearnerId)).ToHashSet();
        var own = past.Where(alert => load.Has(alert.FacilitatorId, alert.CourseId)).ToList();
        var today = own.Where(alert => load.DayOf(alert.RaisedAt) == load.DayOf(now)).ToList();
        var eligible = candidates.Where(candidate => !rested.Contains((candidate.CourseId, candidate.LearnerId))).ToList();
        var unscored = eligible.Where(candidate => candidate.Score is not null).Select(candidate => candidate.Score!.Value).DefaultIfEmpty(1).Average();

        var courses = eligible.GroupBy(candidate => candidate.CourseId, StringComparer.Ordinal).OrderBy(course => course.Key, StringComparer.Ordinal)
            .Select(course => new Queue(
                [.. InOrder(course, WeekLeft(course.Key))], course.Sum(candidate => candidate.Score ?? unscored), today.Count(alert => alert.CourseId == course.Key)))
            .ToArray();
        Share(courses, load.Capacity - today.Count);
        return [.. courses.SelectMany(course => course.Candidates.Take(course.Given))];

        int WeekLeft(string course) =>
            Math.Max(1, (int)Math.Round(options.WeeklyShare * load.Learners.GetValueOrDefault(course), MidpointRounding.AwayFromZero))
            - own.Count(alert => alert.CourseId == course && !alert.Cause.Waits() && alert.RaisedAt > now - Week);
    }

    private static IEnumerable<Candidate> InOrder(IEnumerable<Candidate> course, int mostFound)
    {
        var ordered = course.OrderBy(candidate => candidate.Cause).ThenBy(candidate => candidate.WaitingSince ?? candidate.RegisteredAt)
            .ThenByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.LearnerId).ToList();
        return ordered.Where(candidate => candidate.Cause.Waits()).Concat(ordered.Where(candidate => !candidate.Cause.Waits()).Take(mostFound));
    }

    // Sainte-Laguë: one after the other goes to the course that is furthest behind, counting what it had today, and to none more than it has candidates.
    private static void Share(Queue[] courses, int left)
    {
        for (; left > 0 && courses.Where(course => course.HasMore).MaxBy(course => course.Expected / (2 * (course.Already + course.Given) + 1)) is { } next; left--)
            next.Given++;
    }

    private sealed class Queue(IReadOnlyList<Candidate> candidates, double expected, int already)
    {
        public IReadOnlyList<Candidate> Candidates => candidates;
        public double Expected => expected;
        public int Already => already;
        public int Given { get; set; }
        public bool HasMore => Given < candidates.Count;
    }
}
