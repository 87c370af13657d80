namespace Engagement.Simulator;

/// <summary>What to simulate. The same options always give the same bytes.</summary>
public sealed record SimulationOptions
{
    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Number of enrolled learners, never-starters included. A learner makes about 200 statements. Default 120, at least 1.</summary>
    public int Learners { get; init; } = 120;

    /// <summary>When the first cohort opens. Fixed by default, so that two runs give the same table.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 1, 12, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Length of the course in weeks, 2 to 52. No statement is later than <see cref="End"/>.</summary>
    public int Weeks { get; init; } = 6;

    /// <summary>Nothing happens at or after this moment.</summary>
    public DateTimeOffset End => Start.AddDays(7.0 * Weeks);

    /// <summary>The same course, moved so that it ends at <paramref name="end"/> (say, now).</summary>
    public SimulationOptions EndingAt(DateTimeOffset end) => this with { Start = end.AddDays(-7.0 * Weeks) };

    internal void Validate()
    {
        if (Learners < 1)
            throw new ArgumentOutOfRangeException(nameof(Learners), Learners, "A simulated course needs at least one learner.");
        if (Weeks is < 2 or > 52)
            throw new ArgumentOutOfRangeException(nameof(Weeks), Weeks, "A simulated course lasts 2 to 52 weeks.");
    }
}
