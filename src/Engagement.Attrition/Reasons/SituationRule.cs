using Engagement.Attrition.Reasons.Themes;

namespace Engagement.Attrition.Reasons;

/// <summary>
/// Decides a situation of a row of features. What is not known never makes a condition true. Thread-safe.
/// </summary>
internal static class SituationRule
{
    /// <summary>A day's wait is a facilitator's night; after two the learner has come back and found nothing.</summary>
    private const int LongWait = 2;

    /// <summary>Whoever comes once a week at least has a rhythm of a week: a week without a new section is a turn without one.</summary>
    private const int LongStandstill = 7;

    /// <summary>A week leaves out no weekday on which a learner may usually work.</summary>
    private const int LongSilence = 7;

    /// <summary>Half of all gaps are longer than a learner's usual one; few are twice as long.</summary>
    private const double LongAgainstMeanGap = 2;

    /// <summary>Who works every day is not drifting on a day off, though it is twice their mean gap.</summary>
    private const int ShortestSilence = 2;

    // Who waits for us is not to be told that they are silent: so waiting goes before drifting.
    public static Situation Of(ReadOnlySpan<float> row) =>
        Known.ActiveDays.Whole(row) == 0 ? Situation.NeverStarted
        : WaitsForHelp(row) || WaitsForFeedback(row) ? Situation.Stalled
        : IsSilent(row) ? Situation.Drifting
        : StandsStill(row) ? Situation.Stalled
        : Situation.OnTrack;

    public static bool WaitsForHelp(ReadOnlySpan<float> row) => Known.HelpWaiting.Whole(row) >= LongWait;

    public static bool WaitsForFeedback(ReadOnlySpan<float> row) => Known.FeedbackWaiting.Whole(row) >= LongWait;

    private static bool IsSilent(ReadOnlySpan<float> row)
    {
        var silence = Known.Silence.Whole(row);
        return silence >= LongSilence || (silence >= ShortestSilence && Known.SilenceAgainstMeanGap.In(row) >= LongAgainstMeanGap);
    }

    // Where all is opened, nothing new can be.
    private static bool StandsStill(ReadOnlySpan<float> row) =>
        Known.ActiveDays7.Whole(row) >= 1 && Known.DaysSinceNewSection.Whole(row) >= LongStandstill && Known.OpenedShare.In(row) is not 1;
}
