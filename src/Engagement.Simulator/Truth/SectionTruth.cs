namespace Engagement.Simulator;

/// <summary>What really happened between one learner and one section.</summary>
public sealed record SectionTruth
{
    public required string SectionId { get; init; }

    /// <summary>1..n, in course order.</summary>
    public required int Position { get; init; }

    public required SectionStatus Status { get; init; }

    /// <summary>Spelled as in table <c>section_engagement</c>.</summary>
    public string StatusText => Status == SectionStatus.NotReached ? "not-reached" : Status.ToString().ToLowerInvariant();

    public required int Visits { get; init; }

    /// <summary>Visits whose length nobody can know.</summary>
    public required int OpenVisits { get; init; }

    /// <summary>Visits whose emitter said how long they were.</summary>
    public required int DeclaredVisits { get; init; }

    /// <summary>Declared visits of more than two hours, taken as two hours.</summary>
    public required int ClippedVisits { get; init; }

    public required TimeSpan Low { get; init; }
    public required TimeSpan High { get; init; }
    public required int Responses { get; init; }

    /// <summary>Null where the section was never opened.</summary>
    public required DateTimeOffset? FirstAt { get; init; }

    public required DateTimeOffset? LastAt { get; init; }
}
