using System.Net;

namespace Engagement.Embedded.ClickHouse;

/// <summary>The embedded ClickHouse and its HTTP interface.</summary>
public sealed class ClickHouseServerOptions
{
    /// <summary>Folder of the engine's files; made where it is missing. One process at a time.</summary>
    public required string Path { get; init; }

    /// <summary>0: any free one.</summary>
    public int Port { get; init; }

    /// <summary>Anything but loopback lets others in: set <see cref="Password"/> too.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>Asked of user <c>default</c>. Empty: anyone who reaches the port may do anything.</summary>
    public string Password { get; init; } = "";

    /// <summary>Requests that run at once; further ones wait. 1 to 1,000.</summary>
    public int Connections { get; init; } = 16;

    /// <summary>Bytes one query may use where its settings don't say. 0: no limit.</summary>
    public long MaxQueryMemory { get; init; } = 4L << 30;

    /// <summary>Bytes all queries may use together. Default: half of the memory this process may have.</summary>
    public long MaxServerMemory { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2;

    /// <summary>Time that running requests get to end when the server stops; what is still running then is stopped.</summary>
    public TimeSpan StopDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A file of ClickHouse's own settings, such as clusters and macros. Empty: none.</summary>
    public string ConfigFile { get; init; } = "";

    /// <summary>How long to wait for another process to let go of the folder. Default: not at all.</summary>
    public TimeSpan FolderPatience { get; init; }

    internal void Validate()
    {
        if (Connections is < 1 or > 1000) throw new ClickHouseServerException($"Connections is {Connections}; it must be from 1 to 1,000.");
        if (Port is < 0 or > 65535) throw new ClickHouseServerException($"Port is {Port}; it must be from 0 to 65,535.");
        if (MaxQueryMemory < 0 || MaxServerMemory < 0) throw new ClickHouseServerException("A memory limit must not be negative.");
    }
}
