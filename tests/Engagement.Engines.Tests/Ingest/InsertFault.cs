namespace Engagement.Engines.Tests.Ingest;

/// <summary>What happens to one insert. A positive number is ClickHouse's error code: it refuses with that, and stores nothing.</summary>
internal enum InsertFault
{
    /// <summary>The connection is cut before the engine saw it.</summary>
    Cut = 0,

    /// <summary>The engine stores it, then the connection is cut.</summary>
    StoredThenCut = -1,

    /// <summary>Never answered, and the engine never sees it. Ends when the client goes away.</summary>
    Hang = -2,

    /// <summary>The engine stores it, and no answer ever comes. Ends when the client goes away.</summary>
    StoredThenHang = -3,

    /// <summary>Taken whole, then kept from the engine until <see cref="FaultyClickHouse.Release"/>, even where the client is long gone.</summary>
    Held = -4,

    /// <summary>None: it passes, and the next in line meets the next insert.</summary>
    Passes = -5,

    MemoryLimitExceeded = 241,
    TooManyParts = 252,
    KeeperException = 999,
}
