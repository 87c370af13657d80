using Engagement.People;
using Engagement.Web.Answers;

namespace Engagement.Web.Figures;

/// <summary>
/// What the pages ask of ClickHouse, each for a viewer, who gets the courses of their scope and no others. They read the reports, which
/// hold back what speaks of fewer than five learners. Errors as <see cref="PageReader"/> has them. Thread-safe.
/// </summary>
public sealed class CourseQueries(PageReader reader)
{
    private const string Courses = $"""
        SELECT course_id AS id, title, learners, statements, toUInt8(suppressed) AS is_suppressed, sections,
               toUInt8(is_inferred) AS is_inferred, toUnixTimestamp64Milli(toDateTime64(as_of, 3)) AS as_of_ms
        FROM course_report
        WHERE sections > 0 AND {CourseScope.Condition}
        """;

    private const string Course = Courses + " AND course_id = {course:String}";

    private const string Sections = $$"""
        SELECT section_id AS id, position, toString(kind) AS kind, title, reached, opened, engaged, deferred, rushed, jumped, unknown,
               skipped, known, skip_rate, q25, median, q75, visits, open_visits,
               toUInt8(suppressed) AS is_suppressed, toUInt8(time_suppressed) AS is_time_suppressed
        FROM section_report
        WHERE course_id = {course:String} AND {{CourseScope.Condition}}
        ORDER BY position
        """;

    /// <summary>All courses, those with most learners first.</summary>
    public async Task<IReadOnlyList<CourseFigures>> CoursesAsync(Viewer viewer, CancellationToken cancel) =>
        (await ListAsync<CourseRow>(viewer, Courses, "", cancel)).ConvertAll(row => row.ToFigures());

    /// <summary>One course; null where nothing is known of it, or it is none of theirs.</summary>
    public async Task<CourseFigures?> CourseAsync(Viewer viewer, string course, CancellationToken cancel) =>
        (await ListAsync<CourseRow>(viewer, Course, course, cancel)).SingleOrDefault()?.ToFigures();

    /// <summary>Sections in course order; none where the course is unknown, or none of theirs.</summary>
    public async Task<IReadOnlyList<SectionFigures>> SectionsAsync(Viewer viewer, string course, CancellationToken cancel) =>
        (await ListAsync<SectionRow>(viewer, Sections, course, cancel)).ConvertAll(row => row.ToFigures());

    private Task<List<T>> ListAsync<T>(Viewer viewer, string sql, string course, CancellationToken cancel) =>
        reader.ListAsync<T>(sql, [("course", course), .. CourseScope.Parameters(viewer)], cancel);
}
