namespace Engagement.Web.Reports;

/// <summary>How good the statements behind a course's numbers are.</summary>
/// <param name="AsOf">When the numbers were computed; null: nothing is yet.</param>
/// <param name="Learners">Of the course; null: too few to be told.</param>
/// <param name="Suppressed">Something is held back as too few learners are behind it.</param>
/// <param name="IsInferred">The outline was drafted from what was seen.</param>
/// <param name="Course">Null: the course has fewer than five learners.</param>
public sealed record QualityReport(DateTimeOffset? AsOf, long? Learners, bool Suppressed, bool IsInferred, QualityFigures? Course);

/// <summary>A course's statements and visits. A null count is held back: fewer than five learners sent those.</summary>
/// <param name="Statements">Of its learners.</param>
/// <param name="Late">Stored more than a day after they occurred.</param>
/// <param name="ZoneAssumed">Their time had no zone and was taken as UTC.</param>
/// <param name="Voided">Taken back by who sent them.</param>
/// <param name="Suppressed">One of these is held back.</param>
/// <param name="Visits">To its sections.</param>
/// <param name="OpenVisits">Of these, with an end nobody saw.</param>
/// <param name="UnsureShare">Of all time, what may have passed after the last sign; null where there is none.</param>
public sealed record QualityFigures(long Statements, long? Late, long? ZoneAssumed, long? Voided, bool Suppressed, long Visits, long OpenVisits, double? UnsureShare);

/// <summary>
/// A rule, and what it refused of one sender (software and host, empty where unknown) in the last 30 days, of all courses: who was refused may not have said
/// of which it was.
/// </summary>
public sealed record RejectedBySender(string Rule, string Sender, long Statements, DateTimeOffset NewestAt);
