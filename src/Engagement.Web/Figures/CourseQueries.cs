using Engagement.ClickHouse;

namespace Engagement.Web.Figures;

/// <summary>
/// What the pages ask of ClickHouse, small cells held back. Errors as <see cref="ClickHouseClient"/> has them; a query that
/// takes longer than <see cref="Patience"/> is stopped and counts as an outage. Thread-safe.
/// </summary>
public sealed class CourseQueries(ClickHouseClient clickHouse, SmallCells smallCells)
{
    /// <summary>Time a reader can be expected to wait.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(15);

    // Of section_summary, so that a course whose outline came before its learners is there too.
    private const string Courses = """
        SELECT s.course_id AS id, any(s.course_title) AS title, any(c.learners) AS learners, any(c.statements) AS statements,
               count() AS sections, toUInt8(max(s.is_inferred)) AS is_inferred,
               toUnixTimestamp64Milli(toDateTime64(max(s.as_of), 3)) AS as_of_ms
        FROM section_summary AS s
        LEFT JOIN course_summary AS c ON c.course_id = s.course_id
        WHERE {course:String} IN ('', s.course_id)
        GROUP BY s.course_id
        ORDER BY learners DESC, id
        """;

    private const string Sections = """
        SELECT section_id AS id, position, toString(kind) AS kind, title, reached, opened, engaged, deferred, rushed, jumped, unknown,
               q25, median, q75, visits, open_visits
        FROM section_summary
        WHERE course_id = {course:String}
        ORDER BY position
        """;

    /// <summary>All courses, those with most learners first.</summary>
    public async Task<IReadOnlyList<CourseFigures>> CoursesAsync(CancellationToken cancel) => await CoursesAsync("", cancel);

    /// <summary>One course; null where nothing is known of it.</summary>
    public async Task<CourseFigures?> CourseAsync(string course, CancellationToken cancel) =>
        course.Length == 0 ? null : (await CoursesAsync(course, cancel)).SingleOrDefault();

    /// <summary>Sections in course order; none where the course is unknown.</summary>
    public async Task<IReadOnlyList<SectionFigures>> SectionsAsync(string course, CancellationToken cancel)
    {
        var rows = await ListAsync<SectionRow>(Sections, course, cancel);
        return [.. rows.Select(r => smallCells.Hide(r.ToFigures()))];
    }

    private async Task<IReadOnlyList<CourseFigures>> CoursesAsync(string course, CancellationToken cancel)
    {
        var rows = await ListAsync<CourseRow>(Courses, course, cancel);
        return [.. rows.Select(r => smallCells.Hide(r.ToFigures()))];
    }

    private async Task<List<T>> ListAsync<T>(string sql, string course, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return await clickHouse.ListAsync<T>(sql, [("course", course)], patience.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new HttpRequestException($"ClickHouse took longer than {Patience.TotalSeconds:0} s over a page's query");
        }
    }
}
