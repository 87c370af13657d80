using System.Collections.Frozen;

namespace Engagement.Attrition.Reasons.Themes;

/// <summary>All themes. Each feature belongs to one, or is <see cref="Untold"/>.</summary>
public static class ThemeList
{
    public const string WaitsForFeedback = "waits-for-feedback";
    public const string WaitsForHelp = "waits-for-help";

    public static IReadOnlyList<Theme> All { get; } =
    [
        new("silence", ["silence", "silence_against_mean_gap", "silence_against_longest_gap", "rank_silence", "active_days_3"],
            ActivitySentences.Silence, NextSteps.Write),
        new("fewer-days",
            [
                "active_days_7", "active_days_8_14", "active_days_15_21", "active_days_22_28", "active_days_29_56", "active_days_14",
                "active_days_15_28", "active_days_28", "active_days", "active_share", "active_weeks_share", "active_weeks_8",
                "weeks_in_a_row", "active_days_change", "active_days_change_7", "active_days_against_usual",
            ],
            ActivitySentences.FewerDays),
        new("less-than-before",
            [
                "statements_7", "statements_14", "statements_15_28", "statements", "statements_a_day", "statements_a_day_14",
                "sections_14", "sections_15_28", "other_14", "other", "statements_change",
            ],
            ActivitySentences.LessThanBefore),
        new("long-breaks", ["gap_mean", "gap_spread", "gap_longest", "gap_newest", "gap_recent", "gaps_over_7", "gaps_over_14"],
            ActivitySentences.LongBreaks),
        new(WaitsForFeedback, ["feedback_waiting", "feedbacks_waiting"], WaitingSentences.ForFeedback, NextSteps.GiveFeedback),
        new(WaitsForHelp, ["help_waiting"], WaitingSentences.ForHelp, NextSteps.Answer),
        new("slow-feedback", ["feedback_latency"], WaitingSentences.SlowFeedback, "Say when feedback can be expected."),
        new("skips-practice", ["practice_skipped_share", "practice_skipped_last_3", "task_14", "task"], PlaceSentences.SkipsPractice,
            "Ask what made the last Try It unattractive, and offer a smaller one."),
        new("stands-still", ["opened_share", "furthest_share", "days_since_new_section"], PlaceSentences.StandsStill, NextSteps.AskWhereStuck),
        new("little-time", ["seconds_14", "seconds", "seconds_against_expected"], PlaceSentences.LittleTime,
            "Ask whether they find the time that the course takes."),
        new("leaves-content", ["content_14", "content", "content_days_14", "resource_14", "resource"], PlaceSentences.LeavesContent,
            "Point to one section that is worth opening next."),
        new("leaves-discussion", ["discussion_14", "discussion", "discussion_days_14"], PlaceSentences.LeavesDiscussion,
            "Ask for their view on something in the discussion."),
        new("leaves-assessment", ["assessment_14", "assessment", "assessment_days_14"], PlaceSentences.LeavesAssessment,
            "Ask whether the next assessment is clear to them."),
        new("work-missed",
            [
                "done_of_due", "done_share", "missed", "done_weight_share", "last_is_missed", "last_but_one_is_missed",
                "days_since_done", "done_14", "rank_done",
            ],
            WorkSentences.Missed, "Agree on a new day for the work that was due."),
        new("work-late", ["lateness", "lateness_newest"], WorkSentences.Late, "Ask whether the due days suit them, and agree on one for the next work."),
        new("low-marks", ["mark_mean", "mark_lowest", "mark_newest"], WorkSentences.LowMarks,
            "Go through the last work with them, and name one thing to do better."),
        new("next-due", ["days_to_due", "due_weight", "due_14", "due_weight_14", "due_28"], WorkSentences.NextDue,
            "Name the next thing to do, and a day for it."),
        new("done-ahead", ["next_is_done", "done_of_next_14", "done_weight_ahead"], WorkSentences.DoneAhead),
        new("behind-others",
            [
                "rank_active_days_14", "rank_active_days", "rank_statements_14", "rank_statements", "active_days_28_against_others",
                "statements_14_against_others",
            ],
            ActivitySentences.BehindOthers),
        new("late-start", ["registered_before", "active_days_before_run", "days_since_first"], EnrolmentSentences.LateStart,
            "Ask what they need to catch up, and name what can wait."),
        new("other-courses", ["other_courses"], EnrolmentSentences.OtherCourses, "Ask how this course fits in beside the others."),
    ];

    /// <summary>
    /// Features that no one can act upon: the calendar's, the course's own, and what a learner did in other courses, which is not for
    /// this one's facilitator.
    /// </summary>
    public static IReadOnlyList<string> Untold { get; } =
    [
        "days_in_run", "earlier_courses", "withdrawn_courses", "weekend_share", "days_since_due", "pause_days_ahead", "pause_days_behind",
        "is_self_directed", "is_facilitated",
    ];

    private static readonly FrozenDictionary<string, Theme> s_byCode = All.ToFrozenDictionary(theme => theme.Code);

    /// <exception cref="KeyNotFoundException">No theme has the code.</exception>
    public static Theme Of(string code) => s_byCode[code];
}
