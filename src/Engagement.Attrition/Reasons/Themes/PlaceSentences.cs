using static Engagement.Attrition.Reasons.Themes.Wording;

namespace Engagement.Attrition.Reasons.Themes;

/// <summary>What tells where in the course a learner is, and where no more.</summary>
internal static class PlaceSentences
{
    /// <summary>Of Try It and Think About; a fifth passed over can happen to anybody.</summary>
    private const double ManySkipped = 0.2;

    /// <summary>Days without a new section; fewer are a long section.</summary>
    private const int Standstill = 3;

    /// <summary>Measured time is a lower bound, so a little less than expected tells nothing.</summary>
    private const double LittleTimeShare = 0.7;

    public static string? SkipsPractice(ReadOnlySpan<float> row)
    {
        var (last, share) = (Known.PracticeSkippedLast3.Whole(row), Known.PracticeSkippedShare.In(row));
        if (last >= 1 && !double.IsNaN(share)) return PassedOver(last, share);
        if (share >= ManySkipped) return $"{Percent(share)} of Try It and Think About were passed over or rushed so far";
        return IsLeft(row, Known.Task14, Known.Task) ? "Nothing in Try It, Think About and artifacts in the last 14 days" : null;
    }

    public static string? StandsStill(ReadOnlySpan<float> row)
    {
        var days = Known.DaysSinceNewSection.Whole(row);
        var isToldBySilence = !(days > Known.Silence.Whole(row));
        return isToldBySilence || days < Standstill || Known.OpenedShare.In(row) is 1 ? null : $"Nothing new opened for {Days(days)}";
    }

    // Where no time at all was measured, the source has none.
    public static string? LittleTime(ReadOnlySpan<float> row)
    {
        var share = Known.SecondsAgainstExpected.In(row);
        return Known.Seconds.Whole(row) >= 1 && share is >= 0.01 and <= LittleTimeShare
            ? $"The time measured is {Percent(share)} of what the sections opened are expected to take" : null;
    }

    public static string? LeavesContent(ReadOnlySpan<float> row)
    {
        var isLeft = IsLeft(row, Known.Content14, Known.Content) || IsLeft(row, Known.Resource14, Known.Resource);
        var isRead = Known.Content14.Whole(row) >= 1 || Known.Resource14.Whole(row) >= 1;
        return isLeft && !isRead ? "Nothing of the content opened in the last 14 days, unlike before" : null;
    }

    public static string? LeavesDiscussion(ReadOnlySpan<float> row) =>
        IsLeft(row, Known.Discussion14, Known.Discussion) ? "Not in discussions in the last 14 days, unlike before" : null;

    public static string? LeavesAssessment(ReadOnlySpan<float> row) =>
        IsLeft(row, Known.Assessment14, Known.Assessment) ? "Not in assessments in the last 14 days, unlike before" : null;

    // The share tells whether there were three of them already: of fewer, two of two or one of one are told as all.
    private static string PassedOver(double last, double share) => (last, share) switch
    {
        (1, 1) => "The only Try It or Think About so far was passed over or rushed",
        (2, 1) => "Both Try It and Think About so far were passed over or rushed",
        (1, _) => "One of the newest Try It and Think About was passed over or rushed",
        _ => $"{Number(Math.Min(3, last))} of the last 3 Try It and Think About were passed over or rushed",
    };

    // Of the active ones only: who is silent has left all. Where there was never anything, the course may have none.
    private static bool IsLeft(ReadOnlySpan<float> row, Column lately, Column ever) =>
        Known.ActiveDays14.Whole(row) >= 1 && lately.Whole(row) == 0 && ever.Whole(row) >= 1;
}
