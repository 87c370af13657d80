namespace Engagement.Engines.Tests.Metrics.Reference;

/// <summary>A row of <c>visits</c>; times in microseconds.</summary>
internal sealed record VisitRow(
    string CourseId, Guid LearnerId, string SectionId, long StartedAt, Guid FirstStatement, decimal SecondsLow, decimal SecondsHigh,
    bool IsOpen, bool IsDeclared, bool IsClipped, long LastAt, long EndedAt, long Statements, long Responses, long? FirstResponseAt);

/// <summary>A row of <c>section_engagement</c>; times in microseconds.</summary>
internal sealed record EngagementRow(
    string CourseId, Guid LearnerId, string SectionId, long Position, string Kind, string Status,
    long Visits, long OpenVisits, long DeclaredVisits, long ClippedVisits, decimal SecondsLow, decimal SecondsHigh,
    long Responses, long? FirstAt, long? LastAt, long? EngagedAt, decimal FloorSeconds, bool IsInferred);

/// <summary>A row of <c>conflicts</c>; times in microseconds.</summary>
internal sealed record ConflictRow(Guid StatementId, Guid LearnerId, ulong ContentHash, Guid WinnerLearnerId, long WinnerStoredAt);

/// <summary>A row of <c>statements</c>, as far as its identity goes; times in microseconds.</summary>
internal sealed record IdentityRow(Guid StatementId, Guid LearnerId, ulong ContentHash, long StoredAt);
