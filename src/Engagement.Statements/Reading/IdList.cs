namespace Engagement.Statements.Reading;

/// <summary>Ids of activities, gathered over one buffer: the message itself as long as none has an escape, else a copy.</summary>
internal sealed class IdList
{
    private Range[] _ranges = new Range[8];
    private int _count;

    public void Clear() => _count = 0;

    public void Add(int start, int length)
    {
        if (_count == _ranges.Length) Array.Resize(ref _ranges, _count * 2);
        _ranges[_count++] = new Range(start, start + length);
    }

    public Utf8List Over(ReadOnlySpan<byte> bytes) => new(bytes, _ranges.AsSpan(0, _count));
}
