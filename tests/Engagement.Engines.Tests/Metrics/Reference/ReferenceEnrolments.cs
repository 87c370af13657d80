namespace Engagement.Engines.Tests.Metrics.Reference;

/// <summary>How a learner came to a course and left it.</summary>
internal static class ReferenceEnrolments
{
    private const double MicrosInADay = 86_400e6;

    /// <param name="mine">All statements of one learner in one course, in order; at least one speaks for the learner.</param>
    public static EnrolmentRow Of(IReadOnlyList<PlacedStatement> mine)
    {
        var last = mine[^1];
        var registered = FirstAt(mine.Where(IsRegistration));
        var started = FirstAt(mine.Where(s => s.Statement.SpeaksForLearner && s.Statement.Role != "course"));
        var change = mine.LastOrDefault(s => IsRegistration(s) || IsWithdrawal(s));
        return new EnrolmentRow(
            last.Statement.Learner, last.Course, last.Outline?.Outline.Version ?? "", last.Outline?.IsInferred ?? true,
            last.Outline is { IsInferred: false } declared ? declared.Outline.Mode : "unknown",
            mine.LastOrDefault(s => s.Statement.Cohort.Length > 0)?.Statement.Cohort ?? "", mine.Count,
            registered, started, mine[0].At, last.At,
            registered is null || started is null ? null : Math.Max(started.Value - registered.Value, 0) / MicrosInADay,
            FirstAt(mine.Where(s => s.Statement.Activity == s.Course && s.Statement.VerbName is ("completed" or "passed"))),
            change is not null && IsWithdrawal(change) ? change.At : null);
    }

    private static bool IsRegistration(PlacedStatement s) => s.Statement.VerbName is "registered" or "enrolled";

    private static bool IsWithdrawal(PlacedStatement s) => s.Statement.VerbName is "unregistered" or "withdrew";

    private static long? FirstAt(IEnumerable<PlacedStatement> statements) => statements.Min(s => (long?)s.At);
}
