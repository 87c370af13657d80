using Engagement.People;
using Engagement.Web.Answers;
using Engagement.Web.Figures;

namespace Engagement.Web.Reports;

/// <summary>
/// The reports on a course, for a viewer of the course; nothing of any other. They hold back what speaks of fewer than five learners. Errors as
/// <see cref="PageReader"/> has them. Thread-safe.
/// </summary>
public sealed class ReportQueries(PageReader reader)
{
    private const string OfCourse = $$"""
         WHERE course_id = {course:String} AND {{CourseScope.Condition}}
        """;

    private const string Iso = " SETTINGS date_time_output_format = 'iso'";

    public async Task<IReadOnlyList<SectionDay>> DaysAsync(Viewer viewer, string course, string section, CancellationToken cancel) =>
        await reader.ListAsync<SectionDay>(
            "SELECT day, suppressed::Bool AS suppressed, learners, visits, open_share, responses, q25, median, q75 FROM section_daily_report"
            + OfCourse + " AND section_id = {section:String} ORDER BY day" + Iso, [("course", course), ("section", section), .. CourseScope.Parameters(viewer)], cancel);

    public Task<IReadOnlyList<GroupFigures>> GroupsAsync(Viewer viewer, string course, CancellationToken cancel) => AskAsync<GroupFigures>(viewer, course,
        "SELECT mode, cohort, suppressed::Bool AS suppressed, learners, started, completed, gave_up, completion_rate, attrition_rate, waiting_days_median FROM group_report", "mode, cohort", cancel);

    public Task<IReadOnlyList<SurvivalPoint>> SurvivalAsync(Viewer viewer, string course, CancellationToken cancel) =>
        AskAsync<SurvivalPoint>(viewer, course, "SELECT toInt32(day) AS day, staying FROM survival_report", "day", cancel);

    public Task<IReadOnlyList<SkipFigures>> SkipsAsync(Viewer viewer, string course, CancellationToken cancel) => AskAsync<SkipFigures>(viewer, course,
        "SELECT kind, mode, cohort, suppressed::Bool AS suppressed, learners, skipped, known, skip_rate FROM skip_report", "kind, mode, cohort", cancel);

    public Task<IReadOnlyList<AnswerFigures>> AnswersAsync(Viewer viewer, string course, CancellationToken cancel) => AskAsync<AnswerFigures>(viewer, course,
        "SELECT toString(what) AS what, suppressed::Bool AS suppressed, learners, made, unanswered, answers_each, hours_q25, hours_median, hours_q75, oldest_unanswered_at FROM answer_report", "what", cancel);

    public Task<IReadOnlyList<CommunityFigures>> CommunityAsync(Viewer viewer, string course, CancellationToken cancel) => AskAsync<CommunityFigures>(viewer, course,
        "SELECT suppressed::Bool AS suppressed, active, posted, replied, shared, take_up, posts, unanswered_posts, replies_per_post FROM community_report", "active", cancel);

    private async Task<IReadOnlyList<T>> AskAsync<T>(Viewer viewer, string course, string select, string order, CancellationToken cancel) =>
        await reader.ListAsync<T>(select + OfCourse + " ORDER BY " + order + Iso, [("course", course), .. CourseScope.Parameters(viewer)], cancel);
}
