namespace Engagement.Ingest.Reading;

/// <summary>Keys and values of a chunk's messages, one behind the other. Not thread-safe.</summary>
internal sealed class MessageBytes
{
    public const int Full = 512 << 10;

    // A giant message must not keep its room for ever.
    private const int Kept = 4 << 20;

    // Room for the message with which it becomes full.
    private const int Capacity = Full + (64 << 10);

    private byte[] _bytes = new byte[Capacity];
    private int _used;

    public bool IsFull => _used >= Full;

    public Slice Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _bytes.Length - _used)
            Array.Resize(ref _bytes, checked((int)Math.Max(_bytes.Length * 2L, (long)_used + bytes.Length)));
        var slice = new Slice(_used, bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_used));
        _used += bytes.Length;
        return slice;
    }

    public ReadOnlySpan<byte> this[Slice slice] => slice.IsNull ? default : _bytes.AsSpan(slice.Start, slice.Length);

    public void Clear()
    {
        if (_bytes.Length > Kept) _bytes = new byte[Capacity];
        _used = 0;
    }
}
