using System.Globalization;

namespace Engagement.Alerts.Raising;

/// <summary>Reasons and step of an alert: what attrition says, after what the rule says that raised it. Names nobody.</summary>
internal static class Wording
{
    private const int MostReasons = 3;

    // Codes of attrition's themes, so that the same is not said twice.
    private const string WaitsForFeedback = "waits-for-feedback", WaitsForHelp = "waits-for-help", NeverStarted = "never-started";

    public static IReadOnlyList<AlertReason> Reasons(Candidate candidate, DateTimeOffset now)
    {
        AlertReason? rule = candidate.Cause switch
        {
            AlertCause.HelpWaits => new(WaitsForHelp, $"A question has waited {Waited(now - candidate.WaitingSince)} for an answer"),
            AlertCause.FeedbackWaits => new(WaitsForFeedback, $"A submission has waited {Waited(now - candidate.WaitingSince)} for feedback"),
            AlertCause.NeverStarted => new(NeverStarted, $"Registered {Waited(now - candidate.RegisteredAt)} ago and has not started"),
            _ => null,
        };
        if (rule is null) return candidate.Reasons;
        var said = candidate.Reasons.FirstOrDefault(reason => reason.Code == rule.Code) ?? rule;
        return [said, .. candidate.Reasons.Where(reason => reason.Code != rule.Code && candidate.Cause.Waits()).Take(MostReasons - 1)];
    }

    public static string NextStep(Candidate candidate) => candidate.Cause switch
    {
        AlertCause.HelpWaits => "Answer the question.",
        AlertCause.FeedbackWaits => "Give feedback on the submission, or say when it will come.",
        _ when candidate.NextStep.Length > 0 => candidate.NextStep,
        AlertCause.NeverStarted => "Write a welcome, and ask whether anything is in the way of starting.",
        _ => "",
    };

    private static string Waited(TimeSpan? wait) => wait is not { } time ? "long"
        : time < TimeSpan.FromHours(48) ? string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours):0} hours")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalDays):0} days");
}
