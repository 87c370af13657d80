using Engagement.Attrition.Reasons;
using static Engagement.Tests.Attrition.Reasons.MadeUpRow;

namespace Engagement.Tests.Attrition.Reasons;

public class ExplanationTests
{
    [Fact]
    public void Three_reasons_are_three_things_the_weightiest_first()
    {
        var explanation = Explanation.Of(
            Read("active_days=20 silence=9 gap_mean=2 rank_silence=0.9 missed=2 done_of_due=1 lateness=6 other_courses=1 mark_mean=0.4"),
            Contributions(
                ("silence", 0.5), ("silence_against_mean_gap", 0.4), ("rank_silence", -0.1), ("missed", 0.3), ("last_is_missed", 0.3),
                ("lateness", 0.7), ("other_courses", 0.1), ("mark_mean", -2)));

        Assert.Equal(["silence", "work-late", "work-missed"], explanation.Reasons.Select(reason => reason.Code));
        Assert.Equal([0.8, 0.7, 0.6], explanation.Reasons.Select(reason => Math.Round(reason.Weight, 9)));
        Assert.Equal("No activity for 9 days; usually every 2 days", explanation.Reasons[0].Text);
        Assert.Equal(Situation.Drifting, explanation.Situation);
        Assert.Equal("Write: say what they have done so far and name one small next step.", explanation.NextStep);
    }

    [Fact]
    public void A_theme_without_evidence_is_no_reason_whatever_its_weight() =>
        Assert.Equal(["other-courses"], Explanation.Of(
            Read("active_days=20 silence=0 missed=0 done_of_due=3 other_courses=1"),
            Contributions(("silence", 5), ("missed", 4), ("other_courses", 0.1), ("days_in_run", 3))).Reasons.Select(reason => reason.Code));

    [Fact]
    public void A_theme_that_lowers_the_score_is_no_reason() =>
        Assert.Empty(Explanation.Of(Read("silence=9 other_courses=1"), Contributions(("silence", -1))).Reasons);

    [Theory]
    [InlineData(2, new[] { "silence", "work-missed", "waits-for-feedback" })]
    [InlineData(1, new[] { "silence", "work-missed", "other-courses" })]
    public void Who_has_waited_long_for_the_facilitator_has_that_among_the_reasons(int waited, string[] told) =>
        Assert.Equal(told, Explanation.Of(
            Read($"active_days=20 silence=9 missed=2 done_of_due=1 other_courses=1 feedback_waiting={waited}"),
            Contributions(("silence", 3), ("missed", 2), ("other_courses", 1), ("feedback_waiting", -0.1))).Reasons.Select(reason => reason.Code));

    [Fact]
    public void Equal_weights_stand_as_in_the_list() =>
        Assert.Equal(["silence", "waits-for-help", "other-courses"], Explanation.Of(
            Read("silence=9 help_waiting=1 other_courses=1"),
            Contributions(("other_courses", 1), ("help_waiting", 1), ("silence", 1))).Reasons.Select(reason => reason.Code));

    [Theory]
    [InlineData("active_days=0 silence=9", "silence", "Write a welcome, and ask whether anything is in the way of starting.")]
    [InlineData("active_days=9 silence=9 feedback_waiting=4", "silence", "Give feedback on the submission, or say when it will come.")]
    [InlineData("active_days=9 silence=9 feedback_waiting=4 help_waiting=2", "silence", "Answer the question.")]
    [InlineData("active_days=9 silence=9 missed=1 done_of_due=2", "missed", "Agree on a new day for the work that was due.")]
    [InlineData("active_days=9 silence=9", "days_in_run", "Write: say what they have done so far and name one small next step.")]
    [InlineData("active_days_7=3 days_since_new_section=9", "days_in_run", "Ask where they are stuck; offer a short talk.")]
    [InlineData("active_days_7=3 days_since_new_section=9 practice_skipped_last_3=2 practice_skipped_share=0.5", "practice_skipped_last_3",
        "Ask what made the last Try It unattractive, and offer a smaller one.")]
    [InlineData("active_days=9 silence=1 feedback_waiting=1", "feedback_waiting", "Give feedback on the submission, or say when it will come.")]
    [InlineData("active_days=9 silence=1 next_is_done=1", "next_is_done", null)]
    [InlineData("active_days=9 silence=1", "silence", null)]
    public void One_step_is_suggested(string row, string weighs, string? step) =>
        Assert.Equal(step, Explanation.Of(Read(row), Contributions((weighs, 1))).NextStep);

    [Fact]
    public void A_reason_without_a_step_leaves_it_to_the_next() =>
        Assert.Equal("Ask how this course fits in beside the others.", Explanation.Of(
            Read("next_is_done=1 other_courses=1"), Contributions(("next_is_done", 2), ("other_courses", 1))).NextStep);

    [Fact]
    public void Nothing_known_nothing_told()
    {
        var everything = Array.ConvertAll(Contributions(), _ => 1.0);
        var explanation = Explanation.Of(Of(), everything);
        Assert.Equal((Situation.OnTrack, 0, null), (explanation.Situation, explanation.Reasons.Count, explanation.NextStep));
    }

    [Fact]
    public void Another_number_of_features_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Explanation.Of(Of().AsSpan(1), Contributions()));
        Assert.Throws<ArgumentException>(() => Explanation.Of(Of(), [1]));
    }
}
