namespace Engagement.Simulator;

/// <summary>What really happened to one learner.</summary>
public sealed record LearnerTruth
{
    public required SimulatedPerson Person { get; init; }

    /// <summary>What a pseudonym is made from, UTF-8: <c>sha1:…</c>, <c>openid:…</c> or <c>account:homePage|name</c>.</summary>
    public string Identifier => Person.Identifier;

    public required LearnerKind Kind { get; init; }
    public required DeliveryMode Mode { get; init; }
    public required string Cohort { get; init; }

    /// <summary>The one who answers them; null for the self-directed.</summary>
    public required SimulatedPerson? Facilitator { get; init; }

    /// <summary>context.registration of the enrolment.</summary>
    public required Guid Registration { get; init; }
    public required DateTimeOffset RegisteredAt { get; init; }
    public required bool Completed { get; init; }

    /// <summary>Stopped before the end; of those, some say so (<see cref="Withdrew"/>).</summary>
    public required bool GaveUp { get; init; }
    public required bool Withdrew { get; init; }

    /// <summary>Longest that a submission waited for feedback that came; zero where none came.</summary>
    public required TimeSpan SlowestFeedback { get; init; }

    /// <summary>Statements of this learner and of the facilitator to them.</summary>
    public required int Statements { get; init; }

    /// <summary>All sections of the course, in order.</summary>
    public required IReadOnlyList<SectionTruth> Sections { get; init; }
}
