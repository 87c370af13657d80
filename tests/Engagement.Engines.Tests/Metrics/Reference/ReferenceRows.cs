namespace Engagement.Engines.Tests.Metrics.Reference;

/// <summary>A row of <c>visits</c>; times in microseconds.</summary>
internal sealed record VisitRow(
    string CourseId, Guid LearnerId, string SectionId, long StartedAt, Guid FirstStatement, decimal SecondsLow, decimal SecondsHigh,
    bool IsOpen, bool IsDeclared, bool IsClipped, long LastAt, long EndedAt, long Statements, long Responses, long? FirstResponseAt);

/// <summary>A row of <c>section_engagement</c>; times in microseconds.</summary>
internal sealed record EngagementRow(
    string CourseId, Guid LearnerId, string SectionId, long Position, string Kind, bool? Required, string Status,
    long Visits, long OpenVisits, long DeclaredVisits, long ClippedVisits, decimal SecondsLow, decimal SecondsHigh,
    long Responses, long? FirstAt, long? LastAt, long? FirstResponseAt, long? EngagedAt, decimal FloorSeconds, string OutlineVersion, bool IsInferred);

/// <summary>A row of <c>enrolments</c>; times in microseconds.</summary>
internal sealed record EnrolmentRow(
    Guid LearnerId, string CourseId, string Version, bool IsInferred, string Mode, string Cohort, long Statements,
    long? RegisteredAt, long? StartedAt, long FirstAt, long LastAt, double? WaitingDays, long? CompletedAt, long? WithdrawnAt);

/// <summary>A row of <c>learner_days</c>.</summary>
internal sealed record LearnerDayRow(
    string CourseId, Guid LearnerId, DateOnly Day, string Kind, long Statements, long Responses, long Sections, decimal SecondsLow);

/// <summary>A row of <c>section_daily</c>.</summary>
internal sealed record SectionDayRow(
    string CourseId, string SectionId, DateOnly Day, long Learners, long Visits, long OpenVisits, double OpenShare, long Responses,
    decimal SecondsLow, decimal SecondsHigh, decimal Q25, decimal Median, decimal Q75);

/// <summary>A row of <c>contributions</c>; times in microseconds.</summary>
internal sealed record ContributionRow(
    string CourseId, Guid LearnerId, Guid StatementId, string What, string SectionId, string Kind, long MadeAt);

/// <summary>A row of <c>feedback</c>; times in microseconds.</summary>
internal sealed record FeedbackRow(
    string CourseId, Guid LearnerId, string SectionId, string Kind, Guid StatementId, long SubmittedAt,
    long Feedbacks, long? FeedbackAt, double? LatencySeconds, long? AcceptedAt, long? WaitingSince);

/// <summary>A row of <c>help</c>; times in microseconds.</summary>
internal sealed record HelpRow(
    string CourseId, Guid LearnerId, string SectionId, string Kind, Guid StatementId, long AskedAt,
    long Answers, long? AnsweredAt, double? LatencySeconds, long? WaitingSince);

/// <summary>A row of <c>community</c>; times in microseconds.</summary>
internal sealed record CommunityRow(
    string CourseId, Guid LearnerId, string SectionId, Guid StatementId, string What, long MadeAt, long Replies, long? FirstReplyAt);

/// <summary>A row of <c>artifacts</c>; times in microseconds.</summary>
internal sealed record ArtifactRow(
    string CourseId, Guid LearnerId, string SectionId, long Position, string Kind, bool? Required, long? SubmittedAt, long? AcceptedAt);

/// <summary>A row of <c>conflicts</c>; times in microseconds.</summary>
internal sealed record ConflictRow(Guid StatementId, Guid LearnerId, ulong ContentHash, Guid WinnerLearnerId, long WinnerStoredAt);

/// <summary>A row of <c>statements</c>, as far as its identity goes; times in microseconds.</summary>
internal sealed record IdentityRow(Guid StatementId, Guid LearnerId, ulong ContentHash, long StoredAt);
