namespace Engagement.Simulator;

/// <summary>The course that the simulated learners take. Immutable.</summary>
public sealed class SimulatedCourse
{
    /// <summary>Course id, an IRI.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>ISO date: the outline is in force from then on.</summary>
    public required string Version { get; init; }

    /// <summary>Delivery mode of the course as published; enrolments have their own.</summary>
    public required string Mode { get; init; }

    public required IReadOnlyList<SimulatedSection> Sections { get; init; }

    internal IReadOnlyList<(string Id, string Title)> Modules { get; init; } = [];
}
