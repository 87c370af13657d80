namespace Engagement.Attrition.Reasons.Themes;

/// <summary>The features that sentences and situations are made of, looked up once.</summary>
internal static class Known
{
    private const double AnyDaysBefore = -1_000_000, ThirtyDaysEarly = -30, ADayOfEach = -28;

    public static readonly Column
        DaysInRun = new("days_in_run"),
        RegisteredBefore = new("registered_before", AnyDaysBefore),
        DaysSinceFirst = new("days_since_first"),
        OtherCourses = new("other_courses");

    public static readonly Column
        ActiveDays = new("active_days"),
        ActiveDays7 = new("active_days_7"),
        ActiveDays14 = new("active_days_14"),
        ActiveDays15To28 = new("active_days_15_28"),
        ActiveDays28 = new("active_days_28"),
        ActiveDays28AgainstOthers = new("active_days_28_against_others", ADayOfEach);

    public static readonly Column
        Silence = new("silence"),
        SilenceAgainstMeanGap = new("silence_against_mean_gap"),
        GapMean = new("gap_mean"),
        GapRecent = new("gap_recent"),
        GapsOver7 = new("gaps_over_7"),
        GapsOver14 = new("gaps_over_14");

    public static readonly Column
        Statements14 = new("statements_14"),
        Statements15To28 = new("statements_15_28"),
        Statements14AgainstOthers = new("statements_14_against_others"),
        Content14 = new("content_14"), Content = new("content"),
        Resource14 = new("resource_14"), Resource = new("resource"),
        Discussion14 = new("discussion_14"), Discussion = new("discussion"),
        Assessment14 = new("assessment_14"), Assessment = new("assessment"),
        Task14 = new("task_14"), Task = new("task");

    public static readonly Column
        DaysToDue = new("days_to_due"),
        DueWeight = new("due_weight"),
        DaysSinceDue = new("days_since_due"),
        Due14 = new("due_14"),
        Due28 = new("due_28"),
        NextIsDone = new("next_is_done"),
        DoneOfDue = new("done_of_due"),
        Missed = new("missed"),
        Lateness = new("lateness", ThirtyDaysEarly),
        LatenessNewest = new("lateness_newest", ThirtyDaysEarly),
        MarkMean = new("mark_mean"),
        MarkNewest = new("mark_newest");

    public static readonly Column
        PracticeSkippedShare = new("practice_skipped_share"),
        PracticeSkippedLast3 = new("practice_skipped_last_3"),
        OpenedShare = new("opened_share"),
        DaysSinceNewSection = new("days_since_new_section"),
        Seconds = new("seconds"),
        SecondsAgainstExpected = new("seconds_against_expected");

    public static readonly Column
        FeedbackWaiting = new("feedback_waiting"),
        FeedbacksWaiting = new("feedbacks_waiting"),
        FeedbackLatency = new("feedback_latency"),
        HelpWaiting = new("help_waiting");
}
