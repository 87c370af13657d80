namespace Engagement.Simulator;

/// <summary>A section of the simulated course's outline. Immutable.</summary>
public sealed class SimulatedSection
{
    /// <summary>Stable name within the course.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }
    public required SectionKind Kind { get; init; }

    /// <summary>1..n, in course order.</summary>
    public required int Position { get; init; }

    /// <summary>IRI of the section itself; statements about parts of it name it as parent, or begin with it and a slash.</summary>
    public required string ActivityId { get; init; }

    /// <summary>What the outline claims: <see cref="ActivityId"/> and, for most, everything below it.</summary>
    public required IReadOnlyList<string> Activities { get; init; }

    /// <summary>Null where the designer gave none.</summary>
    public int? ExpectedSeconds { get; init; }

    public bool Required { get; init; }

    /// <summary>The outline's own idle cut-off; null for the kind's.</summary>
    public int? IdleSeconds { get; init; }

    /// <summary>The outline's own floor; null for max(10 s, 15 % of expected).</summary>
    public int? FloorSeconds { get; init; }

    internal int Module { get; init; }
    internal SectionStyle Style { get; init; }

    /// <summary>How strongly learners are drawn to do it, around 1; a dull exercise has less.</summary>
    internal double Pull { get; init; } = 1;

    /// <summary>Seconds without a sign of life after which a visit is over.</summary>
    public int CutOffSeconds => IdleSeconds ?? Kind switch
    {
        SectionKind.TryIt or SectionKind.ThinkAbout => 900,
        SectionKind.Assessment or SectionKind.Discussion => 600,
        SectionKind.Artifact => 1800,
        _ => 300,
    };

    /// <summary>Milliseconds below which a visit is no engagement.</summary>
    internal long FloorMs => FloorSeconds * 1000L ?? Math.Max(10_000, (ExpectedSeconds ?? 0) * 150L);

    internal long CutOffMs => CutOffSeconds * 1000L;

    /// <summary>What a learner of ordinary speed needs.</summary>
    internal double TypicalMs => (ExpectedSeconds ?? 90) * 1000.0;

    /// <summary>Where the learner practises or reflects: the parts that get skipped.</summary>
    internal bool IsPractice => Kind is SectionKind.TryIt or SectionKind.ThinkAbout;
}
