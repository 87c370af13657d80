using Engagement.People;
using Engagement.Web.Answers;
using Engagement.Web.Figures;

namespace Engagement.Web.Reports;

/// <summary>One section of a course, for a viewer of the course; nothing of any other. Errors as <see cref="PageReader"/> has them. Thread-safe.</summary>
public sealed class SectionReportQueries(PageReader reader, CourseQueries courses)
{
    private const string OfSection = $$"""
         WHERE course_id = {course:String} AND section_id = {section:String} AND {{CourseScope.Condition}}
        """;

    private const string Next = $$"""
        SELECT place, n.next_id AS section, if(n.next_id = '', '', if(o.title = '', n.next_id, o.title)) AS title, toInt64(n.learners) AS learners, share
        FROM (SELECT place, next_id, learners, share FROM section_next_report {{OfSection}}) AS n
        LEFT JOIN (SELECT section_id, title FROM course_outlines_in_force WHERE course_id = {course:String}) AS o ON o.section_id = n.next_id
        ORDER BY n.learners DESC, n.next_id
        """;

    /// <summary>Null where there is no such section, or it is none of theirs.</summary>
    public async Task<SectionReport?> AskAsync(Viewer viewer, CourseFigures course, string section, CancellationToken cancel)
    {
        if ((await courses.SectionsAsync(viewer, course.Id, cancel)).FirstOrDefault(s => s.Id == section) is not { } figures) return null;
        var limits = await ListAsync<SectionLimits>("SELECT expected_seconds, floor_seconds FROM section_report" + OfSection);
        var band = await ListAsync<SectionBand>("SELECT q25_high, median_high, q75_high, unsure_share FROM section_band_report" + OfSection);
        var spans = await ListAsync<TimeSpanCount>("SELECT from_seconds, until_seconds, toInt64(learners) AS learners FROM section_time_report" + OfSection + " ORDER BY from_seconds");
        var returns = await ListAsync<ReturnFigures>(
            "SELECT came_back::Bool AS came_back, suppressed::Bool AS suppressed, learners, engaged, deferred, rushed, unknown, median FROM section_return_report" + OfSection + " ORDER BY came_back");
        var next = await ListAsync<NextPlace>(Next);
        var versions = await ListAsync<VersionFigures>(
            "SELECT version, valid_from, suppressed::Bool AS suppressed, reached, opened, skipped, known, skip_rate, median FROM section_version_report" + OfSection
            + " ORDER BY valid_from, version");
        var isHeldBack = figures.Suppressed || figures.TimeSuppressed || returns.Exists(one => one.Suppressed) || versions.Exists(one => one.Suppressed);
        return new(course.AsOf, course.Learners, isHeldBack, figures, limits.Single(), band.SingleOrDefault(), spans, returns, next, versions);

        Task<List<T>> ListAsync<T>(string sql) => reader.ListAsync<T>(sql, [("course", course.Id), ("section", section), .. CourseScope.Parameters(viewer)], cancel);
    }
}
