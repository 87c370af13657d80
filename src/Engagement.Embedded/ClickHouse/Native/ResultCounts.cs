namespace Engagement.Embedded.ClickHouse.Native;

/// <summary>What a statement read, gave and wrote so far; rows and bytes.</summary>
internal readonly record struct ResultCounts
{
    public ulong ResultRows { get; init; }
    public ulong ResultBytes { get; init; }

    /// <summary>From tables, before any filter.</summary>
    public ulong ReadRows { get; init; }
    public ulong ReadBytes { get; init; }

    /// <summary>Rows that materialized views wrote are among them.</summary>
    public ulong WrittenRows { get; init; }
    public ulong WrittenBytes { get; init; }
}
