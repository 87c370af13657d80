namespace Engagement.Metrics.Explanations;

/// <summary>A visit, as it is stored. Seconds have microsecond precision.</summary>
public sealed record ExplainedVisit
{
    /// <summary>From 1, in the order of the course's visits.</summary>
    public required int Number { get; init; }
    public required string SectionId { get; init; }

    /// <summary>Its name, see <see cref="ExplainedSection.Name"/>.</summary>
    public required string Section { get; init; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The last statement plus the measured gap after it.</summary>
    public required DateTimeOffset EndedAt { get; init; }
    public required int Statements { get; init; }
    public required int Responses { get; init; }

    /// <summary>By the gaps.</summary>
    public required decimal MeasuredSeconds { get; init; }

    /// <summary>The largest a statement declared, before it is clipped; null: none did.</summary>
    public required decimal? DeclaredSeconds { get; init; }
    public required decimal LowSeconds { get; init; }
    public required decimal HighSeconds { get; init; }

    /// <summary>Nothing tells when it ended.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>More was declared than counts.</summary>
    public required bool IsClipped { get; init; }

    /// <summary>What ended it, in words.</summary>
    public required string End { get; init; }
}
