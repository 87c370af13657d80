namespace Engagement.Kafka.Files;

/// <summary>Bytes read and not yet cut: grows while a message is incomplete, and shifts rather than grows where it can.</summary>
internal sealed class SplitBuffer
{
    private const int ReadBytes = 64 * 1024;

    private byte[] _bytes = new byte[2 * ReadBytes];
    private int _start;
    private int _end;

    public int Length => _end - _start;

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(_start, Length);

    /// <summary>Room for the next read; valid until the next call.</summary>
    public Memory<byte> GetMemory()
    {
        if (_start == _end) _start = _end = 0;
        if (_bytes.Length - _end < ReadBytes)
        {
            var target = _start >= _bytes.Length / 2 ? _bytes : new byte[_bytes.Length * 2];
            Span.CopyTo(target);
            (_bytes, _end, _start) = (target, Length, 0);
        }
        return _bytes.AsMemory(_end);
    }

    public void Written(int bytes) => _end += bytes;

    public void Drop(int bytes) => _start += bytes;
}
