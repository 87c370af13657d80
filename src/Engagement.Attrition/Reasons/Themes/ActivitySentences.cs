using static Engagement.Attrition.Reasons.Themes.Wording;

namespace Engagement.Attrition.Reasons.Themes;

/// <summary>What a learner's days and rhythm tell.</summary>
internal static class ActivitySentences
{
    /// <summary>A silence of this length is told even of those who usually come less often.</summary>
    private const int AWeek = 7;

    /// <summary>Less than this share of what was before: a smaller difference is any two weeks'.</summary>
    private const double ClearlyLess = 0.75;

    /// <summary>A day in three, over a week at least.</summary>
    private const int FewDays = 3;

    /// <summary>Fewer than two active days a week.</summary>
    private const int RareDays = 4;

    public static string? Silence(ReadOnlySpan<float> row)
    {
        var days = Known.Silence.Whole(row);
        var active = Known.ActiveDays.Whole(row);
        if (active == 0) return days >= 1 ? $"Registered {Days(days)} ago, no activity yet" : null;
        if (!(days >= 2)) return null;
        var gap = Known.GapMean.Whole(row);
        if (gap < days) return $"No activity for {Days(days)}; usually {Every(gap)}";
        if (active == 1) return $"No activity for {Days(days)}, after a single active day";
        return days >= AWeek || double.IsNaN(gap) ? $"No activity for {Days(days)}" : null;
    }

    // Where there was none in the last 14 days, the silence tells it.
    public static string? FewerDays(ReadOnlySpan<float> row)
    {
        var (now, before) = (Known.ActiveDays14.Whole(row), Known.ActiveDays15To28.Whole(row));
        if (!(now >= 1)) return null;
        if (before > now) return $"Active on {Days(now)} of the last 14; {Number(before)} in the 14 before";
        var span = Math.Min(14, Known.DaysSinceFirst.Whole(row) + 1);
        return span >= AWeek && now * FewDays <= span ? $"Active on {Days(now)} of the last {Number(span)}" : null;
    }

    public static string? LessThanBefore(ReadOnlySpan<float> row)
    {
        var (now, before) = (Known.Statements14.Whole(row), Known.Statements15To28.Whole(row));
        return now >= 1 && now <= ClearlyLess * before
            ? $"{Count(now, "recorded action")} in the last 14 days; {Number(before)} in the 14 before" : null;
    }

    public static string? LongBreaks(ReadOnlySpan<float> row)
    {
        var (recent, mean) = (Known.GapRecent.Whole(row), Known.GapMean.Whole(row));
        if (recent > mean) return $"Lately active {Every(recent)}; {Every(mean)} on average so far";
        if (Known.GapsOver14.Whole(row) is >= 1 and var over14) return $"{Count(over14, "break")} of more than 14 days so far";
        if (Known.GapsOver7.Whole(row) is >= 1 and var over7) return $"{Count(over7, "break")} of more than 7 days so far";
        return mean >= RareDays ? $"Active {Every(mean)} on average" : null;
    }

    // Of whom little is expected yet, because they came later than 28 days ago, the mean of the course tells nothing.
    public static string? BehindOthers(ReadOnlySpan<float> row)
    {
        var days = Known.ActiveDays28.Whole(row);
        var against = Known.ActiveDays28AgainstOthers.In(row);
        if (days >= 1 && against <= -1 && Known.DaysSinceFirst.Whole(row) >= 27)
            return $"Active on {Days(days)} of the last 28; the mean of the course is {Fine(days - against)}";
        var share = Known.Statements14AgainstOthers.In(row);
        return Known.ActiveDays14.Whole(row) >= 1 && share is >= 0.01 and <= ClearlyLess
            ? $"Did about {Percent(share)} of what others did in the last 14 days" : null;
    }
}
