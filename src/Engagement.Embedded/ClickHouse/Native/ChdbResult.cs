using System.Buffers;
using System.Runtime.InteropServices;

namespace Engagement.Embedded.ClickHouse.Native;

/// <summary>A result in the engine's own memory until it is disposed. Not thread-safe.</summary>
internal sealed unsafe class ChdbResult : MemoryManager<byte>
{
    private nint _handle;

    /// <exception cref="ChdbException">The result is an error.</exception>
    public ChdbResult(nint handle)
    {
        _handle = handle;
        if (handle == 0) throw new ChdbException("The engine gave no result");
        if (Marshal.PtrToStringUTF8((nint)Chdb.Error(handle)) is not { } error) return;
        Dispose(true);
        throw new ChdbException(error);
    }

    public ResultCounts Counts => new()
    {
        ResultRows = Chdb.ResultRows(_handle),
        ResultBytes = Chdb.ResultBytes(_handle),
        ReadRows = Chdb.ReadRows(_handle),
        ReadBytes = Chdb.ReadBytes(_handle),
        WrittenRows = Chdb.WrittenRows(_handle),
        WrittenBytes = Chdb.WrittenBytes(_handle),
    };

    public override Span<byte> GetSpan() => new(Chdb.Buffer(_handle), checked((int)Chdb.Length(_handle)));

    public override MemoryHandle Pin(int elementIndex = 0) => new(Chdb.Buffer(_handle) + elementIndex);

    public override void Unpin() { }

    protected override void Dispose(bool disposing)
    {
        if (_handle == 0) return;
        Chdb.Destroy(_handle);
        _handle = 0;
    }
}
