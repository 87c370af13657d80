namespace Engagement.Statements.Formats;

/// <summary>
/// ISO 8601 durations with designators, as xAPI has them. An own parser: XmlConvert throws on P4W and PT0.5H, takes
/// negative ones, and makes a year 365 days.
/// </summary>
internal static class Duration
{
    private const double SecondMicros = 1e6;

    /// <param name="micros">Null where it counts years or months (which have no length), or is too long to hold.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out long? micros)
    {
        micros = null;
        var t = new Digits(text);
        if (!t.Skip('P')) return false;
        double total = 0;
        var hasCalendar = false;
        var inTime = false;
        var last = 0;
        var fractional = false;
        while (!t.AtEnd)
        {
            if (!inTime && t.Skip('T')) inTime = true;
            // A fraction ends a duration; weeks stand alone.
            if (fractional || last == Week) return false;
            if (!t.TakeNumber(out var value, out fractional)) return false;
            var unit = Unit(ref t, inTime);
            if (unit <= last || unit == Week && last != 0) return false;
            last = unit;
            if (unit is Year or Month) hasCalendar |= value > 0;
            else total += value * Seconds(unit) * SecondMicros;
        }

        if (last == 0) return false;
        if (!hasCalendar && total < 9e18) micros = (long)Math.Round(total);
        return true;
    }

    private const int Year = 1, Month = 2, Week = 3, Day = 4, Hour = 5, Minute = 6, Second = 7;

    private static int Unit(ref Digits t, bool inTime)
    {
        if (inTime) return t.Skip('H') ? Hour : t.Skip('M') ? Minute : t.Skip('S') ? Second : 0;
        return t.Skip('Y') ? Year : t.Skip('M') ? Month : t.Skip('W') ? Week : t.Skip('D') ? Day : 0;
    }

    private static double Seconds(int unit) => unit switch
    {
        Week => 7 * 86_400,
        Day => 86_400,
        Hour => 3_600,
        Minute => 60,
        _ => 1,
    };
}
