namespace Engagement.Simulator.Direct;

/// <summary>What to make straight inside ClickHouse. The same options always give the same statements.</summary>
public sealed record DirectOptions
{
    public const long FewestStatements = 1_000;
    public const long MostStatements = 10_000_000_000;
    public const int MostCourses = 10_000;

    private readonly int? _courses;

    /// <summary>How many statements, to within one in a hundred. <see cref="FewestStatements"/> to <see cref="MostStatements"/>.
    /// A learner makes about 200; so few thousands are off by as much as half a learner.</summary>
    public required long Statements { get; init; }

    /// <summary>How many courses, of unequal sizes; 1 to <see cref="MostCourses"/>. By default 20 for a million statements, ten
    /// times as many for a hundred times that.</summary>
    public int Courses
    {
        get => _courses ?? (int)Math.Clamp(Math.Round(20 * Math.Sqrt(Statements / 1e6)), 1, MostCourses);
        init => _courses = value;
    }

    /// <summary>Seed of every random choice. Another seed makes other learners in the same courses.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>When the first cohorts open. Fixed by default, so that two runs give the same rows.</summary>
    public DateTimeOffset Start { get; init; } = new(2026, 1, 12, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Nothing happens at or after this moment, six weeks later.</summary>
    public DateTimeOffset End => Start.AddDays(42);

    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public void Validate()
    {
        if (Statements is < FewestStatements or > MostStatements)
            throw new ArgumentOutOfRangeException(nameof(Statements), Statements, $"From {FewestStatements:N0} to {MostStatements:N0} statements can be made.");
        if (Courses is < 1 or > MostCourses)
            throw new ArgumentOutOfRangeException(nameof(Courses), Courses, $"From 1 to {MostCourses:N0} courses can be made.");
    }
}
