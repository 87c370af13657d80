using Engagement.Attrition.Reasons.Themes;

namespace Engagement.Attrition.Reasons;

/// <summary>Suggests one thing a facilitator can do. Thread-safe.</summary>
internal static class NextSteps
{
    public const string Welcome = "Write a welcome, and ask whether anything is in the way of starting.";
    public const string Write = "Write: say what they have done so far and name one small next step.";
    public const string AskWhereStuck = "Ask where they are stuck; offer a short talk.";
    public const string GiveFeedback = "Give feedback on the submission, or say when it will come.";
    public const string Answer = "Answer the question.";

    /// <summary>
    /// What waits for the facilitator goes before all else, whatever the model says weighs most; then the step of the first reason
    /// that has one, then that of the situation. Null: on track, without such a reason.
    /// </summary>
    public static string? Of(ReadOnlySpan<float> row, Situation situation, IReadOnlyList<Reason> reasons) => situation switch
    {
        Situation.NeverStarted => Welcome,
        Situation.Stalled when SituationRule.WaitsForHelp(row) => Answer,
        Situation.Stalled when SituationRule.WaitsForFeedback(row) => GiveFeedback,
        Situation.Stalled => First(reasons) ?? AskWhereStuck,
        Situation.Drifting => First(reasons) ?? Write,
        _ => First(reasons),
    };

    private static string? First(IReadOnlyList<Reason> reasons) =>
        reasons.Select(reason => ThemeList.Of(reason.Code).Step).FirstOrDefault(step => step != null);
}
