using Engagement.Statements.Json;

namespace Engagement.Statements.Reading;

/// <summary>
/// Bytes lent until the next statement. A piece once lent never moves: when the buffer is full a new one takes its place,
/// and spans over the old one keep it alive.
/// </summary>
internal sealed class Scratch
{
    private byte[] _bytes = new byte[4096];
    private int _used;

    public List<int> Tokens { get; } = [];

    public TokenOrder Order { get; } = new();

    public IdList Parents { get; } = new();

    public IdList Groupings { get; } = new();

    public void Clear() => _used = 0;

    public Span<byte> Take(int length)
    {
        if (_used + length > _bytes.Length)
        {
            _bytes = new byte[Math.Max(_bytes.Length, length) * 2];
            _used = 0;
        }

        var piece = _bytes.AsSpan(_used, length);
        _used += length;
        return piece;
    }
}
