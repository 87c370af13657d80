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

    public async Task<IReadOnlyList<SectionDay>> DaysAsync(Viewer viewer, string course, string section, CancellationToken cancel) =>
        await reader.ListAsync<SectionDay>(
            "SELECT day, suppressed::Bool AS suppressed, learners, visits, open_share, responses, q25, median, q75 FROM section_daily_report"
            + OfCourse + " AND section_id = {section:String} ORDER BY day", [("course", course), ("section", section), .. CourseScope.Parameters(viewer)], cancel);

    public Task<IReadOnlyList<GroupFigures>> GroupsAsync(Viewer viewer, string course, CancellationToken cancel) => AskAsync<GroupFigures>(viewer, course,
        "SELECT mode, cohort, suppressed::Bool AS suppressed, learners, started, completed, gave_up, completion_rate, attrition_rate, waiting_days_median FROM group_report", "mode, cohort", cancel);

    public Task<IReadOnlyList<CourseVersionFigures>> VersionsAsync(Viewer viewer, string course, CancellationToken cancel) => AskAsync<CourseVersionFigures>(viewer, course, """
        SELECT version, valid_from, is_inferred, suppressed::Bool AS suppressed, learners, completed, gave_up, skipped, known, skip_rate FROM version_report
        """, "valid_from, version", cancel);

    public Task<IReadOnlyList<SurvivalPoint>> SurvivalAsync(Viewer viewer, string course, CancellationToken cancel) =>
        AskAsync<SurvivalPoint>(viewer, course, "SELECT toInt32(day) AS day, staying FROM survival_report", "day", cancel);

    public Task<IReadOnlyList<SkipFigures>> SkipsAsync(Viewer viewer, string course, CancellationToken cancel) => AskAsync<SkipFigures>(viewer, course,
        "SELECT kind, mode, cohort, suppressed::Bool AS suppressed, learners, skipped, known, skip_rate FROM skip_report", "kind, mode, cohort", cancel);

    public Task<IReadOnlyList<AnswerFigures>> AnswersAsync(Viewer viewer, string course, CancellationToken cancel) => AskAsync<AnswerFigures>(viewer, course,
        "SELECT toString(what) AS what, suppressed::Bool AS suppressed, learners, made, unanswered, answers_each, hours_q25, hours_median, hours_q75, oldest_unanswered_at FROM answer_report", "what", cancel);

    public Task<IReadOnlyList<CommunityFigures>> CommunityAsync(Viewer viewer, string course, CancellationToken cancel) => AskAsync<CommunityFigures>(viewer, course,
        "SELECT suppressed::Bool AS suppressed, active, posted, replied, shared, take_up, posts, unanswered_posts, replies_per_post FROM community_report", "active", cancel);

    public Task<IReadOnlyList<FollowedFigures>> FollowedAsync(Viewer viewer, string course, CancellationToken cancel) => AskAsync<FollowedFigures>(viewer, course, """
        SELECT section_id AS section, toInt32(position) AS position, toString(kind) AS kind, if(title = '', section_id, title) AS title, suppressed::Bool AS suppressed,
            did, did_gave_up, did_completed, skipped, skipped_gave_up, skipped_completed
        FROM followed_report
        """, "position", cancel);

    /// <summary>Null where the course has fewer than five learners.</summary>
    public async Task<QualityFigures?> QualityAsync(Viewer viewer, string course, CancellationToken cancel) => (await AskAsync<QualityFigures>(viewer, course, """
        SELECT toInt64(statements) AS statements, late, zone_assumed, voided, suppressed::Bool AS suppressed, toInt64(visits) AS visits, toInt64(open_visits) AS open_visits, unsure_share
        FROM quality_report(course = {course:String})
        """, "course_id", cancel)).SingleOrDefault();

    /// <summary>Of the last 30 days and all courses, most first: the 100 most frequent.</summary>
    public async Task<IReadOnlyList<RejectedBySender>> RejectedAsync(Viewer viewer, CancellationToken cancel) => !viewer.IsAny(ViewerRoles.Designer | ViewerRoles.Facilitator) ? [] : await reader.ListAsync<RejectedBySender>("""
        SELECT toString(rule) AS rule, toString(emitter) AS sender, toInt64(count()) AS statements, max(r.rejected_at) AS newest_at FROM rejected_events AS r FINAL
        WHERE r.rejected_at > now() - INTERVAL 30 DAY GROUP BY rule, sender ORDER BY statements DESC, rule, sender LIMIT 100
        """, [], cancel);

    private async Task<IReadOnlyList<T>> AskAsync<T>(Viewer viewer, string course, string select, string order, CancellationToken cancel) =>
        await reader.ListAsync<T>(select + OfCourse + " ORDER BY " + order, [("course", course), .. CourseScope.Parameters(viewer)], cancel);
}
