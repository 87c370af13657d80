namespace Engagement.Courses;

/// <summary>One section of an outline. Seconds have microsecond precision; null: not given.</summary>
/// <param name="Id">Unique in its outline.</param>
/// <param name="Title">For people; never empty.</param>
/// <param name="Kind">One of <see cref="SectionKinds"/>.</param>
/// <param name="Activities">Activity ids that belong to the section; one that ends in <c>*</c> is a prefix.</param>
/// <param name="ExpectedSeconds">Time a learner should need; above 0.</param>
/// <param name="Required">Whether completion asks for it.</param>
/// <param name="IdleSeconds">Longest gap that still counts as time on the section, instead of its kind's.</param>
/// <param name="FloorSeconds">Shortest time that counts as engagement, instead of the one derived from the expected time.</param>
/// <param name="DueAt">When it is due, UTC.</param>
/// <param name="Weight">Its share of the mark, 0 or more, in a unit of the platform's own.</param>
public sealed record OutlineSection(
    string Id, string Title, string Kind, IReadOnlyList<string> Activities,
    decimal? ExpectedSeconds, bool? Required, decimal? IdleSeconds, decimal? FloorSeconds,
    DateTimeOffset? DueAt, double? Weight);
