namespace Engagement.Attrition.Features;

/// <summary>
/// All features, in the order of a model's columns. A model file names those it was made of, and another list refuses it.
/// Counts that reach far are taken as logarithms: the step from 1 to 2 tells more than that from 101 to 102.
/// </summary>
public static class FeatureList
{
    public static IReadOnlyList<FeatureFamily> Families { get; } =
    [
        new("The enrolment", [
            new("days_in_run", "days", Direction.Neither, "since the course's run began"),
            new("registered_before", "days", Direction.Shrinks, "from registration to the first day of the run; negative where registered later"),
            new("active_days_before_run", "days", Direction.Shrinks, "on which the learner was active before the run began"),
            new("days_since_first", "days", Direction.Shrinks, "since the learner's first active day; unknown before it"),
            new("other_courses", "courses", Direction.Grows, "in which the learner is enrolled beside this one"),
            new("earlier_courses", "courses", Direction.Neither, "the learner registered for at least 90 days before this one"),
            new("withdrawn_courses", "courses", Direction.Grows, "the learner has withdrawn from"),
        ]),
        new("How many days, and which", [
            new("active_days_3", "days", Direction.Shrinks, "active ones of the last 3"),
            new("active_days_7", "days", Direction.Shrinks, "active ones of the last 7"),
            new("active_days_8_14", "days", Direction.Shrinks, "active ones of the 7 before those"),
            new("active_days_15_21", "days", Direction.Shrinks, "active ones, 15 to 21 days ago"),
            new("active_days_22_28", "days", Direction.Shrinks, "active ones, 22 to 28 days ago"),
            new("active_days_29_56", "days", Direction.Shrinks, "active ones, 29 to 56 days ago"),
            new("active_days_14", "days", Direction.Shrinks, "active ones of the last 14"),
            new("active_days_15_28", "days", Direction.Shrinks, "active ones of the 14 before those"),
            new("active_days_28", "days", Direction.Shrinks, "active ones of the last 28"),
            new("active_days", "days", Direction.Shrinks, "active ones so far"),
            new("active_share", "share", Direction.Shrinks, "of active days, since the first of them"),
            new("active_weeks_share", "share", Direction.Shrinks, "of weeks (7 days back from the cut) with an active day, since the first of them"),
            new("active_weeks_8", "weeks", Direction.Shrinks, "with an active day, of the last 8"),
            new("weeks_in_a_row", "weeks", Direction.Shrinks, "with an active day, without a break, up to now"),
            new("weekend_share", "share", Direction.Neither, "of active days that were a Saturday or Sunday"),
        ]),
        new("Rhythm", [
            new("silence", "log days", Direction.Grows, "since the last active day, or since registration where there was none"),
            new("gap_mean", "log days", Direction.Grows, "mean of the days from one active day to the next; unknown with fewer than two active days"),
            new("gap_spread", "log days", Direction.Grows, "standard deviation of these"),
            new("gap_longest", "log days", Direction.Grows, "the longest of these"),
            new("gap_newest", "log days", Direction.Grows, "the last of these"),
            new("gap_recent", "log days", Direction.Grows, "mean of the last five of these; unknown with fewer than three"),
            new("gaps_over_7", "gaps", Direction.Grows, "longer than 7 days"),
            new("gaps_over_14", "gaps", Direction.Grows, "longer than 14 days"),
            new("silence_against_mean_gap", "log ratio", Direction.Grows, "of the present silence to the mean gap"),
            new("silence_against_longest_gap", "log ratio", Direction.Grows, "of the present silence to the longest gap"),
        ]),
        new("How much", [
            new("statements_7", "log statements", Direction.Shrinks, "of the last 7 days"),
            new("statements_14", "log statements", Direction.Shrinks, "of the last 14 days"),
            new("statements_15_28", "log statements", Direction.Shrinks, "of the 14 days before those"),
            new("statements", "log statements", Direction.Shrinks, "so far"),
            new("statements_a_day", "log ratio", Direction.Shrinks, "of statements to active days, so far"),
            new("statements_a_day_14", "log ratio", Direction.Shrinks, "of statements to active days, of the last 14 days"),
            new("sections_14", "sections", Direction.Shrinks, "opened on the days of the last 14, summed over days and kinds"),
            new("sections_15_28", "sections", Direction.Shrinks, "the same of the 14 days before those"),
        ]),
        new("Of what kind", [
            new("content_14", "log statements", Direction.Shrinks, "in content, last 14 days"),
            new("content", "log statements", Direction.Shrinks, "in content, so far"),
            new("discussion_14", "log statements", Direction.Shrinks, "in discussions, last 14 days"),
            new("discussion", "log statements", Direction.Shrinks, "in discussions, so far"),
            new("assessment_14", "log statements", Direction.Shrinks, "in assessments, last 14 days"),
            new("assessment", "log statements", Direction.Shrinks, "in assessments, so far"),
            new("resource_14", "log statements", Direction.Shrinks, "in resources, last 14 days"),
            new("resource", "log statements", Direction.Shrinks, "in resources, so far"),
            new("task_14", "log statements", Direction.Shrinks, "in Try It, Think About and artifacts, last 14 days"),
            new("task", "log statements", Direction.Shrinks, "in Try It, Think About and artifacts, so far"),
            new("other_14", "log statements", Direction.Shrinks, "elsewhere in the course, last 14 days"),
            new("other", "log statements", Direction.Shrinks, "elsewhere in the course, so far"),
            new("content_days_14", "days", Direction.Shrinks, "of the last 14 with something in content"),
            new("discussion_days_14", "days", Direction.Shrinks, "of the last 14 with something in discussions"),
            new("assessment_days_14", "days", Direction.Shrinks, "of the last 14 with something in assessments"),
        ]),
        new("Against the learner's own past", [
            new("statements_change", "log ratio", Direction.Shrinks, "of the last 14 days' statements to those of the 14 before"),
            new("active_days_change", "days", Direction.Shrinks, "active days of the last 14 less those of the 14 before"),
            new("active_days_change_7", "days", Direction.Shrinks, "active days of the last 7 less those of the 7 before"),
            new("active_days_against_usual", "days", Direction.Shrinks, "active days of the last 14 less the usual number in 14 days before"),
        ]),
        new("What is due", [
            new("days_to_due", "days", Direction.Neither, "until the next due day; 90 where there is none or it is later"),
            new("due_weight", "share", Direction.Neither, "of the course's mark that is due next"),
            new("days_since_due", "days", Direction.Neither, "since the last due day; 90 where there was none or it was earlier"),
            new("due_14", "works", Direction.Shrinks, "due in the next 14 days"),
            new("due_weight_14", "share", Direction.Shrinks, "of the course's mark due in the next 14 days"),
            new("due_28", "works", Direction.Shrinks, "due in the next 28 days"),
            new("pause_days_ahead", "days", Direction.Grows, "of pauses in the next 14"),
            new("pause_days_behind", "days", Direction.Neither, "of pauses in the last 14"),
        ]),
        new("What was handed in", [
            new("next_is_done", "yes or no", Direction.Neither, "what is due next was handed in already"),
            new("done_of_next_14", "works", Direction.Neither, "handed in already of those due in the next 14 days"),
            new("done_weight_ahead", "share", Direction.Neither, "of the course's mark, handed in before it was due and still not due"),
            new("done_of_due", "works", Direction.Shrinks, "handed in of those that were due"),
            new("done_share", "share", Direction.Shrinks, "of what was due, handed in; unknown where nothing was due yet"),
            new("missed", "works", Direction.Grows, "were due and not handed in; unknown where nothing was due yet"),
            new("done_weight_share", "share", Direction.Shrinks, "of the weight of what was due, handed in; unknown where it weighed nothing"),
            new("last_is_missed", "yes or no", Direction.Grows, "what was due last was not handed in; unknown where nothing was due yet"),
            new("last_but_one_is_missed", "yes or no", Direction.Grows, "what was due before that was not handed in"),
            new("lateness", "days", Direction.Grows, "mean of how long after its due day something was handed in, each from -30 to 30; unknown before the first"),
            new("lateness_newest", "days", Direction.Grows, "the same of the last"),
            new("days_since_done", "days", Direction.Grows, "since something was handed in, at most 90; unknown before the first"),
            new("done_14", "works", Direction.Shrinks, "handed in in the last 14 days"),
            new("mark_mean", "share", Direction.Shrinks, "of full marks, of what is marked; unknown before the first"),
            new("mark_lowest", "share", Direction.Shrinks, "the lowest of these"),
            new("mark_newest", "share", Direction.Shrinks, "the mark of what was handed in last, of those that are marked"),
        ]),
        new("Among all who are enrolled in the course at the cut", [
            new("rank_active_days_14", "share", Direction.Shrinks, "of those with fewer active days in the last 14"),
            new("rank_active_days", "share", Direction.Shrinks, "of those with fewer active days so far"),
            new("rank_statements_14", "share", Direction.Shrinks, "of those with fewer statements in the last 14 days"),
            new("rank_statements", "share", Direction.Shrinks, "of those with fewer statements so far"),
            new("rank_silence", "share", Direction.Grows, "of those who were active later"),
            new("rank_done", "share", Direction.Shrinks, "of those who handed in less of the weight that was due"),
            new("active_days_28_against_others", "days", Direction.Shrinks, "active days of the last 28 less the mean"),
            new("statements_14_against_others", "log ratio", Direction.Shrinks, "of the last 14 days' statements to the mean of those who were active in them"),
        ]),
        new("Try It and Think About", [
            new("practice_skipped_share", "share", Direction.Grows, "jumped or rushed so far, of Try It and Think About up to the furthest section; unknown before the first"),
            new("practice_skipped_last_3", "sections", Direction.Grows, "jumped or rushed so far, of the last three of these"),
        ]),
        new("Progress", [
            new("opened_share", "share", Direction.Shrinks, "of the outline's sections, opened"),
            new("furthest_share", "share", Direction.Shrinks, "of the outline, up to the furthest section opened"),
            new("days_since_new_section", "log days", Direction.Grows, "since a section was opened for the first time; unknown before the first"),
            new("seconds_14", "log seconds", Direction.Shrinks, "in sections, last 14 days, at least"),
            new("seconds", "log seconds", Direction.Shrinks, "in sections, so far, at least"),
            new("seconds_against_expected", "log ratio", Direction.Shrinks, "of these seconds to what the outline expects of the sections opened; unknown where it expects none"),
        ]),
        new("Waiting for an answer", [
            new("feedback_waiting", "days", Direction.Grows, "that the oldest submission without feedback has waited, at most 30; 0 where none waits; unknown in a course where nobody had feedback yet"),
            new("feedbacks_waiting", "submissions", Direction.Grows, "without feedback; unknown as above"),
            new("feedback_latency", "log days", Direction.Grows, "mean of what feedback so far took; unknown before the first"),
            new("help_waiting", "days", Direction.Grows, "that the oldest question without an answer has waited, at most 30; 0 where none waits; unknown in a course where nobody was answered yet"),
        ]),
        new("Delivery", [
            new("is_self_directed", "yes or no", Direction.Grows, "nobody looks after the learner; unknown where the outline does not say"),
            new("is_facilitated", "yes or no", Direction.Shrinks, "a facilitator looks after a cohort; unknown where the outline does not say"),
        ]),
    ];

    public static IReadOnlyList<Feature> All { get; } = [.. Families.SelectMany(family => family.Features)];

    public static IReadOnlyList<string> Names { get; } = [.. All.Select(feature => feature.Name)];

    /// <summary>Where a row has the feature, from 0.</summary>
    /// <exception cref="ArgumentException">There is no such feature.</exception>
    public static int PlaceOf(string name)
    {
        for (var place = 0; place < Names.Count; place++)
            if (Names[place] == name) return place;
        throw new ArgumentException($"There is no feature {name}", nameof(name));
    }
}
