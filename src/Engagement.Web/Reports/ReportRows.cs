namespace Engagement.Web.Reports;

/// <summary>A section's day. Null figures are held back.</summary>
public sealed record SectionDay(DateOnly Day, bool Suppressed, long? Learners, long? Visits, double? OpenShare, long? Responses, double? Q25, double? Median, double? Q75);

/// <summary>A cohort of a delivery mode. Rates from 0 to 1; waiting in days. Null figures are held back, or have nobody behind them.</summary>
public sealed record GroupFigures(
    string Mode, string Cohort, bool Suppressed, long? Learners, long? Started, long? Completed, long? GaveUp, double? CompletionRate, double? AttritionRate, double? WaitingDaysMedian);

/// <summary>A version of the outline, and the learners who started while it was in force. Skipped of known: Try It and Think About, learners times sections.</summary>
public sealed record CourseVersionFigures(
    string Version, DateTimeOffset ValidFrom, bool IsInferred, bool Suppressed, long? Learners, long? Completed, long? GaveUp, long? Skipped, long? Known, double? SkipRate);

/// <summary>Share of those who started that had not given up so many days later.</summary>
public sealed record SurvivalPoint(int Day, double Staying);

/// <summary>Skips of a kind of section. The rate is of those of whom it is known.</summary>
public sealed record SkipFigures(string Kind, string Mode, string Cohort, bool Suppressed, long? Learners, long? Skipped, long? Known, double? SkipRate);

/// <summary>How soon what learners made was answered: submissions, questions or posts. Hours to the first answer.</summary>
public sealed record AnswerFigures(
    string What, bool Suppressed, long? Learners, long? Made, long? Unanswered, double? AnswersEach, double? HoursQ25, double? HoursMedian, double? HoursQ75, DateTimeOffset? OldestUnansweredAt);

/// <summary>Who takes part in the discussions.</summary>
public sealed record CommunityFigures(
    bool Suppressed, long? Active, long? Posted, long? Replied, long? Shared, double? TakeUp, long? Posts, long? UnansweredPosts, double? RepliesPerPost);

/// <summary>
/// What became of those who did a Try It or Think About, and of those who skipped it. No cause: who skips may be in a hurry anyway. Null figures are held back,
/// as both groups are where either is small.
/// </summary>
public sealed record FollowedFigures(
    string Section, int Position, string Kind, string Title, bool Suppressed, long? Did, long? DidGaveUp, long? DidCompleted, long? Skipped, long? SkippedGaveUp, long? SkippedCompleted);
