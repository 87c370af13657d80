namespace Engagement.Simulator.Direct;

/// <summary>What to make straight inside ClickHouse. The same options always give the same statements.</summary>
public sealed record DirectOptions
{
    /// <summary>How many statements, to within one in a hundred. 1,000 to 10,000,000,000.</summary>
    public required long Statements { get; init; }

    /// <summary>How many courses, of unequal sizes. 1 to 10,000; by default 20 for a million statements and ten times as many for a hundred times that.</summary>
    public int Courses { get => field > 0 ? field : (int)Math.Clamp(Math.Round(20 * Math.Sqrt(Statements / 1e6)), 1, 10_000); init; }

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>When the first cohorts open. Fixed by default, so that two runs give the same rows.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 1, 12, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Nothing happens at or after this moment.</summary>
    public DateTimeOffset End => Start.AddDays(42);

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public void Validate()
    {
        if (Statements is < 1_000 or > 10_000_000_000)
            throw new ArgumentOutOfRangeException(nameof(Statements), Statements, "Between 1,000 and 10,000,000,000 statements can be made.");
        if (Courses > 10_000)
            throw new ArgumentOutOfRangeException(nameof(Courses), Courses, "Between 1 and 10,000 courses can be made.");
    }
}
