namespace Engagement.Statements;

/// <summary>A list of UTF-8 strings over one buffer, without an object per string.</summary>
public readonly ref struct Utf8List(ReadOnlySpan<byte> bytes, ReadOnlySpan<Range> items)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly ReadOnlySpan<Range> _items = items;

    public int Count => _items.Length;

    public ReadOnlySpan<byte> this[int index] => _bytes[_items[index]];
}
