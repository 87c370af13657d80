using System.Text;

namespace Engagement.Embedded.ClickHouse.Native;

/// <summary>
/// The engine of this process over one folder. There can be one in a process, once: after it is disposed, the library takes
/// no further connection. Thread-safe.
/// </summary>
internal sealed unsafe class ChdbEngine : IDisposable
{
    private readonly string[] _arguments;
    private readonly ChdbConnection _keeper; // the engine lives as long as a connection is open

    /// <param name="folder">Made where it is missing.</param>
    /// <param name="maxServerMemory">Bytes all queries together may use.</param>
    /// <param name="configFile">Of its settings; empty: none.</param>
    public ChdbEngine(string folder, long maxServerMemory, string configFile = "")
    {
        ChdbLibrary.Require();
        _arguments = ["clickhouse", "--path=" + folder, $"--max_server_memory_usage={maxServerMemory}", .. configFile.Length > 0 ? new[] { "--config-file=" + configFile } : []];
        Chdb.SetSignalHandlersEnabled(0); // before the first connect: the runtime needs its own, for null references among others
        _keeper = Connect();
    }

    /// <summary>A session of its own, in database <c>default</c>. Costs about 0.1 ms, so none is ever used twice.</summary>
    public ChdbConnection Connect()
    {
        using var arguments = new Utf8Arguments(_arguments);
        var handle = Chdb.Connect(_arguments.Length, arguments.Pointers);
        return handle != null
            ? new ChdbConnection(handle)
            : throw new ClickHouseServerException($"The embedded ClickHouse could not open {_arguments[1]["--path=".Length..]}: is the folder writable, and the disk not full?");
    }

    /// <summary>One value.</summary>
    public string Ask(string sql)
    {
        using var connection = Connect();
        using IDisposable result = connection.Query(sql);
        return Encoding.UTF8.GetString(((ChdbResult)result).GetSpan()).TrimEnd('\n');
    }

    /// <summary>Stops the engine's threads. Every other connection must be closed.</summary>
    public void Dispose()
    {
        _keeper.Dispose();
        Chdb.Shutdown();
    }
}
