namespace Engagement.Statements.Formats;

/// <summary>
/// Times as statements claim them, to Unix microseconds in UTC. An own parser: DateTimeOffset takes offsets of minus zero
/// and a blank for the T, refuses leap seconds, and reads a time without zone as local.
/// </summary>
internal static class Timestamp
{
    private const long SecondMicros = 1_000_000;
    private const long DayMicros = 86_400 * SecondMicros;

    // What ClickHouse's DateTime64(6) can hold.
    private static readonly long Earliest = Day(1900, 1, 1) * DayMicros;
    private static readonly long Latest = Day(2300, 1, 1) * DayMicros - 1;

    /// <param name="spec">V2 asks for RFC 3339; V1 takes the rest of ISO 8601's date-times with a calendar date as well:
    /// basic form, no seconds, decimal comma, 24:00, offsets of hours alone, no zone.</param>
    /// <param name="micros">Digits beyond the sixth are cut. The leap second 23:59:60 becomes the last microsecond of :59,
    /// so that it stays in its day.</param>
    /// <param name="zoneless">No zone was given; the time was taken as UTC.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, Spec spec, out long micros, out bool zoneless)
    {
        micros = 0;
        zoneless = false;
        var strict = spec == Spec.V2;
        var t = new Digits(text);
        if (!t.Take(4, out var year)) return false;
        var extended = t.Skip('-');
        if (!t.Take(2, out var month) || extended != t.Skip('-') || !t.Take(2, out var day)) return false;
        if (!t.Skip('T') && !t.Skip('t')) return false;
        if (!t.Take(2, out var hour) || extended != t.Skip(':') || !t.Take(2, out var minute)) return false;
        var second = 0;
        var hasSeconds = extended ? t.Skip(':') : t.HasDigit;
        if (hasSeconds && !t.Take(2, out second)) return false;
        var fraction = 0L;
        if (hasSeconds && (t.Skip('.') || !strict && t.Skip(',')) && !t.TakeFraction(out fraction)) return false;
        if (strict && (!extended || !hasSeconds)) return false;

        var offsetMinutes = 0;
        if (t.AtEnd) zoneless = true;
        else if (!t.Skip('Z') && !t.Skip('z') && !TakeOffset(ref t, strict, out offsetMinutes)) return false;
        if (!t.AtEnd || strict && zoneless) return false;

        if (month is < 1 or > 12 || day < 1 || year < 1 || day > DateTime.DaysInMonth(year, month)) return false;
        var isMidnight = hour == 24 && minute == 0 && second == 0 && fraction == 0 && !strict;
        if (hour > 23 && !isMidnight || minute > 59 || second > 60) return false;
        var isLeap = second == 60;
        if (isLeap) (second, fraction) = (59, SecondMicros - 1);
        micros = Day(year, month, day) * DayMicros
            + ((hour * 60L + minute - offsetMinutes) * 60 + second) * SecondMicros
            + fraction;
        return micros >= Earliest && micros <= Latest && (!isLeap || EndsMonth(micros));
    }

    private static bool TakeOffset(ref Digits t, bool strict, out int minutes)
    {
        minutes = 0;
        var negative = t.Skip('-');
        if (!negative && !t.Skip('+') || !t.Take(2, out var hour)) return false;
        var minute = 0;
        if (t.Skip(':') || !strict && t.HasDigit)
        {
            if (!t.Take(2, out minute)) return false;
        }
        else if (strict)
        {
            return false;
        }

        minutes = hour * 60 + minute;
        if (hour > 23 || minute > 59 || negative && minutes == 0) return false;
        if (negative) minutes = -minutes;
        return true;
    }

    /// <summary>Leap seconds are inserted at the end of a month, UTC.</summary>
    private static bool EndsMonth(long micros) =>
        (micros + 1) % DayMicros == 0 && DateTime.UnixEpoch.AddTicks((micros + 1) * TimeSpan.TicksPerMicrosecond).Day == 1;

    private static long Day(int year, int month, int day) =>
        (new DateTime(year, month, day).Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerDay;
}
