namespace Engagement.Simulator;

/// <summary>All that the simulator knows and the pipeline has to find out.</summary>
public sealed record CourseTruth
{
    public required IReadOnlyList<LearnerTruth> Learners { get; init; }

    /// <summary>Actors of feedback and help: in the events, but no learners.</summary>
    public required IReadOnlyList<SimulatedPerson> Facilitators { get; init; }

    /// <summary>How many statements <see cref="Simulation.Statements"/> gives.</summary>
    public required long Statements { get; init; }

    /// <summary>Names, addresses and sentences that occur in the statements or the roster: none may be found in an analytics table.</summary>
    public IReadOnlyList<string> PersonalTexts =>
    [
        .. Learners.Select(learner => learner.Person).Concat(Facilitators).SelectMany(person => new[] { person.Name, person.Address, person.Mail })
            .Concat(Sentences.All).Distinct(),
    ];
}
