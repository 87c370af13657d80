namespace Engagement.Embedded.ClickHouse.Native;

/// <summary>What a statement does to what outlives it, as libchdb numbers it.</summary>
internal enum StatementClass : uint
{
    ReadOnly = 0,
    Mutating = 1,
    MutatingGlobal = 2,

    /// <summary>SET, USE, SYSTEM, KILL, and what writes files.</summary>
    Control = 3,

    /// <summary>Did not parse.</summary>
    Unknown = 4,
}
