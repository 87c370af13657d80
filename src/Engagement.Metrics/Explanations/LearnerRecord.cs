using Engagement.Courses;

namespace Engagement.Metrics.Explanations;

/// <summary>All that is stored of a learner that their numbers in a course come from. Immutable; seconds have microsecond precision.</summary>
/// <param name="Enrolment">Of the learner in the course.</param>
/// <param name="Statements">The learner's in every course, in any order.</param>
/// <param name="Visits">The learner's in every course, in any order.</param>
/// <param name="Sections">Of the course, in any order.</param>
/// <param name="Outlines">All versions of the course's.</param>
/// <param name="IsPending">Statements or outlines came that are not in the numbers yet, or are being computed now.</param>
public sealed record LearnerRecord(
    StoredEnrolment Enrolment, IReadOnlyList<StoredStatement> Statements, IReadOnlyList<StoredVisit> Visits,
    IReadOnlyList<StoredSection> Sections, IReadOnlyList<OutlineVersion> Outlines, bool IsPending);

/// <summary>A row of <c>enrolments</c>: the version is of the outline the learner is measured by, empty where it is inferred.</summary>
public sealed record StoredEnrolment(
    Guid LearnerId, string CourseId, string Version, bool IsInferred, DateTimeOffset? CompletedAt, ulong RowVersion);

/// <summary>A row of <c>visits</c>.</summary>
public sealed record StoredVisit(
    string CourseId, string SectionId, DateTimeOffset StartedAt, Guid FirstStatement, decimal SecondsLow, decimal SecondsHigh,
    bool IsOpen, bool IsDeclared, bool IsClipped, DateTimeOffset LastAt, DateTimeOffset EndedAt, int Statements, int Responses,
    DateTimeOffset? FirstResponseAt, ulong RowVersion);

/// <summary>A row of <c>section_engagement</c>.</summary>
public sealed record StoredSection(
    string SectionId, int Position, string Kind, string Status, int Visits, int OpenVisits, int DeclaredVisits, int ClippedVisits,
    decimal SecondsLow, decimal SecondsHigh, int Responses, DateTimeOffset? FirstAt, DateTimeOffset? LastAt, DateTimeOffset? FirstResponseAt,
    DateTimeOffset? EngagedAt, decimal FloorSeconds, DateTimeOffset ComputedAt, ulong RowVersion);
