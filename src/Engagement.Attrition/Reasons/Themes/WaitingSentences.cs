using static Engagement.Attrition.Reasons.Themes.Wording;

namespace Engagement.Attrition.Reasons.Themes;

/// <summary>What a learner waits for.</summary>
internal static class WaitingSentences
{
    /// <summary>Features count no further.</summary>
    private const int LongestKnown = 30;

    /// <summary>Days that feedback takes; less is nothing to mend.</summary>
    private const int Slow = 3;

    public static string? ForFeedback(ReadOnlySpan<float> row)
    {
        if (Known.FeedbackWaiting.Whole(row) is not (>= 1 and var days)) return null;
        return Known.FeedbacksWaiting.Whole(row) is >= 2 and var submissions
            ? $"{Number(submissions)} submissions wait for feedback, the oldest for {Waited(days)}"
            : $"A submission has waited {Waited(days)} for feedback";
    }

    public static string? SlowFeedback(ReadOnlySpan<float> row) =>
        Known.FeedbackLatency.Whole(row) is >= Slow and var days ? $"Feedback so far took {Days(days)} on average" : null;

    public static string? ForHelp(ReadOnlySpan<float> row) =>
        Known.HelpWaiting.Whole(row) is >= 1 and var days ? $"A question has waited {Waited(days)} for an answer" : null;

    private static string Waited(double days) => days >= LongestKnown ? $"{LongestKnown} days or more" : Days(days);
}
