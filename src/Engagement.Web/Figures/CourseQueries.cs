using Engagement.ClickHouse;

namespace Engagement.Web.Figures;

/// <summary>
/// What the pages ask of ClickHouse. They read the reports, which hold back what speaks of fewer than five learners. Errors as <see cref="ClickHouseClient"/> has them; a query that
/// takes longer than <see cref="Patience"/> is stopped and counts as an outage. Thread-safe.
/// </summary>
public sealed class CourseQueries(ClickHouseClient clickHouse)
{
    /// <summary>Time a reader can be expected to wait.</summary>
    public static TimeSpan Patience { get; } = TimeSpan.FromSeconds(15);

    private const string Courses = """
        SELECT course_id AS id, title, learners, statements, toUInt8(suppressed) AS is_suppressed, sections,
               toUInt8(is_inferred) AS is_inferred, toUnixTimestamp64Milli(toDateTime64(as_of, 3)) AS as_of_ms
        FROM course_report
        WHERE sections > 0
        """;

    private const string Course = Courses + " AND course_id = {course:String}";

    private const string Sections = """
        SELECT section_id AS id, position, toString(kind) AS kind, title, reached, opened, engaged, deferred, rushed, jumped, unknown,
               skipped, known, skip_rate, q25, median, q75, visits, open_visits,
               toUInt8(suppressed) AS is_suppressed, toUInt8(time_suppressed) AS is_time_suppressed
        FROM section_report
        WHERE course_id = {course:String}
        ORDER BY position
        """;

    /// <summary>All courses, those with most learners first.</summary>
    public async Task<IReadOnlyList<CourseFigures>> CoursesAsync(CancellationToken cancel) =>
        (await ListAsync<CourseRow>(Courses, "", cancel)).ConvertAll(row => row.ToFigures());

    /// <summary>One course; null where nothing is known of it.</summary>
    public async Task<CourseFigures?> CourseAsync(string course, CancellationToken cancel) =>
        (await ListAsync<CourseRow>(Course, course, cancel)).SingleOrDefault()?.ToFigures();

    /// <summary>Sections in course order; none where the course is unknown.</summary>
    public async Task<IReadOnlyList<SectionFigures>> SectionsAsync(string course, CancellationToken cancel) =>
        (await ListAsync<SectionRow>(Sections, course, cancel)).ConvertAll(row => row.ToFigures());

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
