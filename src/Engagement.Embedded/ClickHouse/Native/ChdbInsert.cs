using System.Runtime.InteropServices;

namespace Engagement.Embedded.ClickHouse.Native;

/// <summary>An INSERT under way. Disposing it before <see cref="Done"/> drops what was not written yet.</summary>
internal sealed unsafe class ChdbInsert : IDisposable
{
    private nint _handle;
    private bool _ended;

    public ChdbInsert(nint handle)
    {
        _handle = handle;
        if (Marshal.PtrToStringUTF8((nint)Chdb.InsertError(handle)) is not { } error) return;
        _ended = true;
        Dispose();
        throw new ChdbException(error);
    }

    /// <returns>False where the engine takes no more; <see cref="Done"/> then throws the reason.</returns>
    public bool Append(ReadOnlySpan<byte> rows)
    {
        fixed (byte* data = rows) return Chdb.Append(_handle, data, (nuint)rows.Length) == 0;
    }

    /// <summary>Commits; the rows are durable when it returns.</summary>
    public ResultCounts Done()
    {
        _ended = true;
        using IDisposable result = new ChdbResult(Chdb.Done(_handle));
        return ((ChdbResult)result).Counts;
    }

    public void Dispose()
    {
        if (_handle == 0) return;
        if (!_ended) Chdb.CancelInsert(_handle);
        Chdb.DestroyInsert(_handle);
        _handle = 0;
    }
}
