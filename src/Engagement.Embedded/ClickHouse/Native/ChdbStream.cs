using System.Runtime.InteropServices;

namespace Engagement.Embedded.ClickHouse.Native;

/// <summary>A SELECT under way. Disposing it before its end stops the query.</summary>
internal sealed unsafe class ChdbStream : IDisposable
{
    private readonly nint _connection;
    private nint _handle;
    private bool _ended;

    private ChdbStream(nint connection, nint handle) => (_connection, _handle) = (connection, handle);

    /// <returns>Null where the engine says that this statement can't be streamed.</returns>
    public static ChdbStream? From(nint connection, nint handle)
    {
        if (Marshal.PtrToStringUTF8((nint)Chdb.Error(handle)) is not { } error) return new ChdbStream(connection, handle);
        Chdb.Destroy(handle);
        return error.Contains("Streaming query is not supported", StringComparison.Ordinal) ? null : throw new ChdbException(error);
    }

    /// <returns>The next chunk; null after the last one.</returns>
    public ChdbResult? Fetch()
    {
        if (_ended) return null;
        ChdbResult chunk;
        try
        {
            chunk = new ChdbResult(Chdb.Fetch(_connection, _handle));
        }
        catch (ChdbException)
        {
            _ended = true;
            throw;
        }
        if (chunk.Memory.Length > 0) return chunk;
        ((IDisposable)chunk).Dispose();
        _ended = true;
        return null;
    }

    public void Dispose()
    {
        if (_handle == 0) return;
        if (!_ended) Chdb.CancelQuery(_connection, _handle);
        Chdb.Destroy(_handle);
        _handle = 0;
    }
}
