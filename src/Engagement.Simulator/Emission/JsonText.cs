using System.Buffers.Text;

namespace Engagement.Simulator;

/// <summary>A growing buffer of UTF-8 that is JSON when all is written. Fragments come ready; only numbers and times are formatted.</summary>
internal sealed class JsonText
{
    private byte[] _bytes = new byte[4096];
    private int _length;

    public JsonText Clear()
    {
        _length = 0;
        return this;
    }

    public byte[] ToArray() => _bytes.AsSpan(0, _length).ToArray();

    public JsonText Raw(ReadOnlySpan<byte> fragment)
    {
        fragment.CopyTo(Room(fragment.Length));
        _length += fragment.Length;
        return this;
    }

    public JsonText Guid(Guid value)
    {
        Utf8Formatter.TryFormat(value, Room(36), out var written);
        _length += written;
        return this;
    }

    public JsonText Number(long value)
    {
        Utf8Formatter.TryFormat(value, Room(20), out var written);
        _length += written;
        return this;
    }

    /// <summary>Thousandths, without trailing zeros: 1500 is 1.5.</summary>
    public JsonText Thousandths(long value)
    {
        Number(value / 1000);
        var rest = (int)(value % 1000);
        if (rest == 0)
            return this;
        Raw("."u8);
        for (var unit = 100; rest > 0; unit /= 10)
        {
            Number(rest / unit);
            rest %= unit;
        }
        return this;
    }

    /// <summary>ISO 8601 with milliseconds, in UTC or with an offset of whole hours.</summary>
    public JsonText Time(long unixMs, int? zone)
    {
        var time = DateTimeOffset.FromUnixTimeMilliseconds(unixMs + (zone ?? 0) * 3_600_000L);
        Digits(time.Year, 4).Raw("-"u8).Digits(time.Month, 2).Raw("-"u8).Digits(time.Day, 2).Raw("T"u8)
            .Digits(time.Hour, 2).Raw(":"u8).Digits(time.Minute, 2).Raw(":"u8).Digits(time.Second, 2)
            .Raw("."u8).Digits(time.Millisecond, 3);
        // "-00:00" is no valid offset, so UTC is always Z.
        if (zone is null or 0)
            return Raw("Z"u8);
        return Raw(zone < 0 ? "-"u8 : "+"u8).Digits(Math.Abs(zone.Value), 2).Raw(":00"u8);
    }

    private JsonText Digits(int value, int count)
    {
        var room = Room(count);
        for (var i = count - 1; i >= 0; i--, value /= 10)
            room[i] = (byte)('0' + value % 10);
        _length += count;
        return this;
    }

    private Span<byte> Room(int count)
    {
        if (_length + count > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _length + count));
        return _bytes.AsSpan(_length);
    }
}
