namespace Engagement.Courses;

/// <summary>One version of a course's outline, and when it counts. The earliest counts for all time before it as well.</summary>
/// <param name="Outline">The outline; an inferred one has the version <see cref="DraftVersion"/>.</param>
/// <param name="IsInferred">Drafted from statements: declared by nobody.</param>
/// <param name="ValidFrom">The date its version names, else when it was received; of no meaning where it is inferred.</param>
/// <param name="ReceivedAt">When this version came first, or was drafted last.</param>
/// <param name="InForceFrom">In force since then; null: since ever.</param>
/// <param name="InForceUntil">In force till then, exclusive; null: for good. Not after <paramref name="InForceFrom"/>: never in
/// force, as another version has the same date.</param>
/// <param name="Limits">What applies to each section, in the order of the outline's.</param>
public sealed record OutlineVersion(
    CourseOutline Outline, bool IsInferred, DateTimeOffset ValidFrom, DateTimeOffset ReceivedAt,
    DateTimeOffset? InForceFrom, DateTimeOffset? InForceUntil, IReadOnlyList<SectionLimits> Limits)
{
    /// <summary>What stands for the version of an inferred outline, which has none. No date, so that it is in force as soon as it is declared.</summary>
    public const string DraftVersion = "draft";

    public bool IsInForceAt(DateTimeOffset time) =>
        (InForceFrom is not { } from || from <= time) && (InForceUntil is not { } until || time < until);
}

/// <summary>What applies to a section: its own where given, else what follows from its kind and its expected time.</summary>
/// <param name="IdleSeconds">Longest gap that still counts as time on the section.</param>
/// <param name="FloorSeconds">Shortest time that counts as engagement.</param>
public readonly record struct SectionLimits(decimal IdleSeconds, decimal FloorSeconds);
