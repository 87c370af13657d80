namespace Engagement.Metrics.Explanations;

/// <summary>A section of the outline and the learner's status in it, as they are stored. Seconds have microsecond precision.</summary>
public sealed record ExplainedSection
{
    public required string SectionId { get; init; }

    /// <summary>What lines call it: its id, or its title where the id is an address.</summary>
    public required string Name { get; init; }
    public required string Title { get; init; }

    /// <summary>From 1.</summary>
    public required int Position { get; init; }
    public required string Kind { get; init; }

    /// <summary>not-reached, engaged, deferred, unknown, rushed or jumped.</summary>
    public required string Status { get; init; }
    public required int Visits { get; init; }
    public required int OpenVisits { get; init; }
    public required int DeclaredVisits { get; init; }
    public required int ClippedVisits { get; init; }
    public required decimal LowSeconds { get; init; }
    public required decimal HighSeconds { get; init; }
    public required int Responses { get; init; }

    /// <summary>Null: never opened.</summary>
    public required DateTimeOffset? FirstAt { get; init; }
    public required DateTimeOffset? LastAt { get; init; }

    /// <summary>At the first response, or at the end of the visit in which the time reached the floor; null: neither.</summary>
    public required DateTimeOffset? EngagedAt { get; init; }
    public required decimal FloorSeconds { get; init; }

    /// <summary>The floor in words, with where it comes from.</summary>
    public required string Floor { get; init; }

    /// <summary>The rows of the status table, held against the figures, up to the one that fits; never empty.</summary>
    public required IReadOnlyList<RuleOutcome> Rules { get; init; }

    /// <summary>Why the status is what it is.</summary>
    public string Why => Rules[^1].Why;
}

/// <summary>A row of the status table, whether it fits, and why, with the figures.</summary>
public sealed record RuleOutcome(string Status, bool Fits, string Why);
