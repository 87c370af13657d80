namespace Engagement.Ingest.Reading;

/// <summary>
/// Gives each message its stored-at time, rising strictly in the order of arrival, so that "the first stored wins" is decided
/// also among statements of one microsecond. Not thread-safe.
/// </summary>
internal sealed class RowClock(TimeProvider time)
{
    // The shortest statement there can be is longer than this, so an array of n bytes holds fewer than n / 32.
    private const int ShortestStatement = 32;

    private long _next;

    /// <summary>Unix time in microseconds; ahead of the wall clock only while more than a million statements a second come.</summary>
    public long Stamp(ReadOnlySpan<byte> value)
    {
        var stamp = Math.Max(time.GetUtcNow().ToUnixTimeMilliseconds() * 1000, _next);
        _next = stamp + 1;
        if (IsArray(value)) _next += value.Length / ShortestStatement;
        return stamp;
    }

    private static bool IsArray(ReadOnlySpan<byte> value)
    {
        var text = value.TrimStart(" \t\r\n"u8);
        return text.Length > 0 && text[0] == (byte)'[';
    }
}
