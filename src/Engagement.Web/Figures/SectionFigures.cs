namespace Engagement.Web.Figures;

/// <summary>
/// The figures of one section. Counts are learners, times are seconds by <c>seconds_low</c>. A null figure is either held
/// back (see the two flags) or has nobody behind it.
/// </summary>
public sealed record SectionFigures
{
    /// <summary>IRI or id of the outline.</summary>
    public required string Id { get; init; }

    /// <summary>Place in the course, from 1.</summary>
    public required int Position { get; init; }

    /// <summary>One of content, resource, try-it, think-about, discussion, assessment, artifact, other.</summary>
    public required string Kind { get; init; }
    public required string Title { get; init; }

    /// <summary>Learners with a statement in this section or a later one, or who completed the course.</summary>
    public required long? Reached { get; init; }
    public required long? Engaged { get; init; }
    public required long? Deferred { get; init; }
    public required long? Rushed { get; init; }
    public required long? Jumped { get; init; }

    /// <summary>Opened, and nobody can tell whether they read on. In no rate.</summary>
    public required long? Unknown { get; init; }

    /// <summary>Jumped and rushed.</summary>
    public required long? Skipped { get; init; }

    /// <summary>Learners of whom it is known: engaged, deferred, rushed and jumped. Denominator of the rate.</summary>
    public required long? Known { get; init; }

    /// <summary>0 to 1; null where the denominator is 0.</summary>
    public required double? SkipRate { get; init; }

    /// <summary>Learners with a statement in the section: those behind the times.</summary>
    public required long? Opened { get; init; }
    public required double? Q25Seconds { get; init; }
    public required double? MedianSeconds { get; init; }
    public required double? Q75Seconds { get; init; }

    public required long? Visits { get; init; }

    /// <summary>Visits whose end nobody saw; their time is a lower bound.</summary>
    public required long? OpenVisits { get; init; }

    /// <summary>Outcomes are held back: too few learners reached the section.</summary>
    public required bool Suppressed { get; init; }

    /// <summary>Times are held back: too few learners opened the section.</summary>
    public required bool TimeSuppressed { get; init; }
}
