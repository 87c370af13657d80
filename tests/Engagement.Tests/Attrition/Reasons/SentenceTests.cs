using Engagement.Attrition.Reasons.Themes;

namespace Engagement.Tests.Attrition.Reasons;

public class SentenceTests
{
    [Theory]
    [InlineData("No activity for 9 days; usually every 2 days", "silence=9 gap_mean=2.2")]
    [InlineData("No activity for 2 days; usually every day", "silence=2 gap_mean=1")]
    [InlineData("No activity for 7 days", "silence=7 gap_mean=12")]
    [InlineData(null, "silence=6 gap_mean=6")]
    [InlineData(null, "silence=1 gap_mean=1")]
    [InlineData("No activity for 5 days, after a single active day", "silence=5 active_days=1")]
    [InlineData("No activity for 5 days", "silence=5")]
    [InlineData("Registered 12 days ago, no activity yet", "silence=12 active_days=0")]
    [InlineData("Registered 1 day ago, no activity yet", "silence=1 active_days=0")]
    [InlineData(null, "silence=0 active_days=0")]
    public void Silence(string? text, string row) => Tells("silence", text, row);

    [Theory]
    [InlineData("Active on 1 day of the last 14; 5 in the 14 before", "active_days_14=1 active_days_15_28=5")]
    [InlineData("Active on 4 days of the last 14", "active_days_14=4 active_days_15_28=4 days_since_first=90")]
    [InlineData("Active on 2 days of the last 8", "active_days_14=2 active_days_15_28=0 days_since_first=7")]
    [InlineData(null, "active_days_14=2 active_days_15_28=0 days_since_first=5")]
    [InlineData(null, "active_days_14=5 active_days_15_28=4 days_since_first=90")]
    [InlineData(null, "active_days_14=0 active_days_15_28=5 days_since_first=90")]
    public void Fewer_days(string? text, string row) => Tells("fewer-days", text, row);

    [Theory]
    [InlineData("12 recorded actions in the last 14 days; 80 in the 14 before", "statements_14=12 statements_15_28=80")]
    [InlineData("1 recorded action in the last 14 days; 12345 in the 14 before", "statements_14=1 statements_15_28=12345")]
    [InlineData("3 recorded actions in the last 14 days; 4 in the 14 before", "statements_14=3 statements_15_28=4")]
    [InlineData(null, "statements_14=79 statements_15_28=80")]
    [InlineData(null, "statements_14=0 statements_15_28=80")]
    public void Less_than_before(string? text, string row) => Tells("less-than-before", text, row);

    [Theory]
    [InlineData("Lately active every 6 days; every 3 days on average so far", "gap_recent=6.2 gap_mean=3")]
    [InlineData("Lately active every 2 days; every day on average so far", "gap_recent=2 gap_mean=1.2")]
    [InlineData("1 break of more than 14 days so far", "gap_recent=3 gap_mean=3 gaps_over_7=4 gaps_over_14=1")]
    [InlineData("2 breaks of more than 7 days so far", "gap_mean=3 gaps_over_7=2 gaps_over_14=0")]
    [InlineData("Active every 5 days on average", "gap_mean=5 gaps_over_7=0 gaps_over_14=0")]
    [InlineData(null, "gap_recent=2 gap_mean=2.3 gaps_over_7=0 gaps_over_14=0")]
    public void Long_breaks(string? text, string row) => Tells("long-breaks", text, row);

    [Theory]
    [InlineData("Active on 2 days of the last 28; the mean of the course is 6.3", "active_days_28=2 active_days_28_against_others=-4.3 days_since_first=40")]
    [InlineData("Active on 1 day of the last 28; the mean of the course is 5", "active_days_28=1 active_days_28_against_others=-4 days_since_first=27")]
    [InlineData(null, "active_days_28=2 active_days_28_against_others=-4.3 days_since_first=26")]
    [InlineData(null, "active_days_28=9 active_days_28_against_others=-0.9 days_since_first=40")]
    [InlineData("Did about 30 % of what others did in the last 14 days", "active_days_14=2 statements_14_against_others=0.3")]
    [InlineData(null, "active_days_14=2 statements_14_against_others=0.8")]
    [InlineData(null, "active_days_14=0 statements_14_against_others=0.02")]
    public void Behind_others(string? text, string row) => Tells("behind-others", text, row);

    [Theory]
    [InlineData("waits-for-feedback", "A submission has waited 4 days for feedback", "feedback_waiting=4 feedbacks_waiting=1")]
    [InlineData("waits-for-feedback", "A submission has waited 1 day for feedback", "feedback_waiting=1")]
    [InlineData("waits-for-feedback", "3 submissions wait for feedback, the oldest for 30 days or more", "feedback_waiting=30 feedbacks_waiting=3")]
    [InlineData("waits-for-feedback", null, "feedback_waiting=0 feedbacks_waiting=1")]
    [InlineData("waits-for-help", "A question has waited 3 days for an answer", "help_waiting=3")]
    [InlineData("waits-for-help", "A question has waited 1 day for an answer", "help_waiting=1")]
    [InlineData("waits-for-help", "A question has waited 30 days or more for an answer", "help_waiting=30")]
    [InlineData("waits-for-help", null, "help_waiting=0")]
    [InlineData("slow-feedback", "Feedback so far took 5 days on average", "feedback_latency=5.2")]
    [InlineData("slow-feedback", null, "feedback_latency=2")]
    public void Waiting(string code, string? text, string row) => Tells(code, text, row);

    [Theory]
    [InlineData("2 of the last 3 Try It and Think About were passed over or rushed", "practice_skipped_last_3=2 practice_skipped_share=0.4")]
    [InlineData("3 of the last 3 Try It and Think About were passed over or rushed", "practice_skipped_last_3=3 practice_skipped_share=1")]
    [InlineData("Both Try It and Think About so far were passed over or rushed", "practice_skipped_last_3=2 practice_skipped_share=1")]
    [InlineData("The only Try It or Think About so far was passed over or rushed", "practice_skipped_last_3=1 practice_skipped_share=1")]
    [InlineData("One of the newest Try It and Think About was passed over or rushed", "practice_skipped_last_3=1 practice_skipped_share=0.5")]
    [InlineData("25 % of Try It and Think About were passed over or rushed so far", "practice_skipped_last_3=0 practice_skipped_share=0.25")]
    [InlineData(null, "practice_skipped_last_3=0 practice_skipped_share=0.1")]
    [InlineData("Nothing in Try It, Think About and artifacts in the last 14 days", "active_days_14=2 task_14=0 task=4")]
    [InlineData(null, "active_days_14=2 task_14=0 task=0")]
    [InlineData(null, "active_days_14=0 task_14=0 task=4")]
    public void Skips_practice(string? text, string row) => Tells("skips-practice", text, row);

    [Theory]
    [InlineData("stands-still", "Nothing new opened for 12 days", "days_since_new_section=12 silence=1")]
    [InlineData("stands-still", "Nothing new opened for 3 days", "days_since_new_section=3 silence=0 opened_share=0.9")]
    [InlineData("stands-still", null, "days_since_new_section=12 silence=12")]
    [InlineData("stands-still", null, "days_since_new_section=2 silence=0")]
    [InlineData("stands-still", null, "days_since_new_section=12 silence=0 opened_share=1")]
    [InlineData("little-time", "The time measured is 40 % of what the sections opened are expected to take", "seconds=900 seconds_against_expected=0.4")]
    [InlineData("little-time", null, "seconds=900 seconds_against_expected=0.9")]
    [InlineData("little-time", null, "seconds=0 seconds_against_expected=0.02")]
    [InlineData("leaves-content", "Nothing of the content opened in the last 14 days, unlike before", "active_days_14=1 content_14=0 content=30 resource_14=0 resource=0")]
    [InlineData("leaves-content", "Nothing of the content opened in the last 14 days, unlike before", "active_days_14=1 content_14=0 content=0 resource_14=0 resource=5")]
    [InlineData("leaves-content", null, "active_days_14=1 content_14=0 content=30 resource_14=2 resource=5")]
    [InlineData("leaves-discussion", "Not in discussions in the last 14 days, unlike before", "active_days_14=1 discussion_14=0 discussion=1")]
    [InlineData("leaves-discussion", null, "active_days_14=1 discussion_14=1 discussion=1")]
    [InlineData("leaves-assessment", "Not in assessments in the last 14 days, unlike before", "active_days_14=1 assessment_14=0 assessment=7")]
    [InlineData("leaves-assessment", null, "active_days_14=1 assessment_14=0 assessment=0")]
    public void Place(string code, string? text, string row) => Tells(code, text, row);

    [Theory]
    [InlineData("work-missed", "2 of 3 works that were due were not handed in", "missed=2 done_of_due=1")]
    [InlineData("work-missed", "1 of 3 works that were due was not handed in", "missed=1 done_of_due=2")]
    [InlineData("work-missed", "The only work that was due was not handed in", "missed=1 done_of_due=0")]
    [InlineData("work-missed", null, "missed=0 done_of_due=3")]
    [InlineData("work-missed", null, "missed=-1 done_of_due=3")]
    [InlineData("work-late", "Handed in 6 days late on average", "lateness=6.3 lateness_newest=2")]
    [InlineData("work-late", "Handed in 1 day late on average", "lateness=0.5")]
    [InlineData("work-late", "The last work was handed in 3 days late", "lateness=-4 lateness_newest=3")]
    [InlineData("work-late", null, "lateness=-4 lateness_newest=0")]
    [InlineData("low-marks", "Marks are 45 % on average", "mark_mean=0.45 mark_newest=0.45")]
    [InlineData("low-marks", "The last mark is 0 %; 70 % on average", "mark_mean=0.7 mark_newest=-0")]
    [InlineData("low-marks", null, "mark_mean=0.7 mark_newest=0.65")]
    [InlineData("done-ahead", "What is due next was handed in already", "next_is_done=1")]
    [InlineData("done-ahead", null, "next_is_done=0")]
    public void Work(string code, string? text, string row) => Tells(code, text, row);

    [Theory]
    [InlineData("Work worth 25 % of the course's mark is due in 5 days, not handed in yet", "days_to_due=5 due_weight=0.25 next_is_done=0")]
    [InlineData("Work is due in 1 day, not handed in yet", "days_to_due=1 due_weight=0 next_is_done=0")]
    [InlineData(null, "days_to_due=5 due_weight=0.25 next_is_done=1")]
    [InlineData("Nothing is due in the next 14 days", "days_to_due=20 due_14=0 due_28=1")]
    [InlineData("Nothing is due in the next 28 days", "days_to_due=40 due_14=0 due_28=0 days_since_due=3")]
    [InlineData(null, "days_to_due=90 due_14=0 due_28=0 days_since_due=90")]
    public void Next_due(string? text, string row) => Tells("next-due", text, row);

    [Theory]
    [InlineData("late-start", "Registered 12 days after the cohort began", "registered_before=-12 days_in_run=40 days_since_first=20")]
    [InlineData("late-start", "First active 5 days after the cohort began", "registered_before=10 days_in_run=40 days_since_first=35")]
    [InlineData("late-start", null, "registered_before=-2 days_in_run=40 days_since_first=38")]
    [InlineData("other-courses", "Enrolled in 1 other course at the same time", "other_courses=1")]
    [InlineData("other-courses", "Enrolled in 2 other courses at the same time", "other_courses=2")]
    [InlineData("other-courses", null, "other_courses=0")]
    public void Enrolment(string code, string? text, string row) => Tells(code, text, row);

    [Fact]
    public void Of_a_row_where_nothing_is_known_no_theme_tells_anything() =>
        Assert.All(ThemeList.All, theme => Assert.Null(theme.Sentence(MadeUpRow.Of())));

    private static void Tells(string code, string? text, string row) => Assert.Equal(text, ThemeList.Of(code).Sentence(MadeUpRow.Read(row)));
}
