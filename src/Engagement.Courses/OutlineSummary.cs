namespace Engagement.Courses;

/// <summary>A course that has an outline, and the version in force now.</summary>
/// <param name="CourseId">IRI.</param>
/// <param name="Title">For people.</param>
/// <param name="IsInferred">Drafted from statements: declared by nobody.</param>
/// <param name="Version">In force now; empty where it is inferred.</param>
/// <param name="Versions">How many there are; 1 where it is inferred.</param>
/// <param name="Sections">Of the version in force now.</param>
/// <param name="InForceFrom">Since when that version is in force; null: since ever.</param>
public sealed record OutlineSummary(
    string CourseId, string Title, bool IsInferred, string Version, int Versions, int Sections, DateTimeOffset? InForceFrom);
