using Engagement.Benchmarks.Machines;
using Engagement.Web.Accounts;
using Engagement.Web.Answers;
using Engagement.Web.Figures;

namespace Engagement.Benchmarks.Metrics;

/// <summary>What pages ask, of the largest course and of one of its learners; and what one would ask without computed numbers.</summary>
internal sealed class PageQueries(EngineProcess engine)
{
    public const string SectionReport = "section_report";

    private const string OfCourse = "WHERE course_id = {course:String}";
    private const string OfLearner = OfCourse + " AND learner_id = {learner:UUID}";
    private const string Waiting = OfCourse + " AND waiting_since IS NOT NULL ORDER BY waiting_since LIMIT 50";

    private static readonly (string Name, string Sql)[] Queries =
    [
        (SectionReport, $"SELECT * FROM section_report {OfCourse}"),
        ("course_report, all courses", "SELECT * FROM course_report"),
        ("course_report", $"SELECT * FROM course_report {OfCourse}"),
        ("section_daily_report", $"SELECT * FROM section_daily_report {OfCourse}"),
        ("group_report", $"SELECT * FROM group_report {OfCourse}"),
        ("skip_report", $"SELECT * FROM skip_report {OfCourse}"),
        ("answer_report", $"SELECT * FROM answer_report {OfCourse}"),
        ("community_report", $"SELECT * FROM community_report {OfCourse}"),
        ("survival_report", $"SELECT * FROM survival_report {OfCourse}"),
        ("feedback that is waited for", $"SELECT * FROM feedback {Waiting}"),
        ("help that is waited for", $"SELECT * FROM help {Waiting}"),
        ("artifacts of a learner", $"SELECT * FROM artifacts {OfLearner} ORDER BY position"),
        ("section_engagement of a learner", $"SELECT * FROM section_engagement FINAL {OfLearner} ORDER BY position"),
    ];

    private static readonly QueryClock Pages = new(50, TimeSpan.FromSeconds(10), isWarmedUp: true);
    private static readonly QueryClock Instead = new(3, TimeSpan.FromSeconds(30), isWarmedUp: false);

    public async Task<IReadOnlyList<QueryTimes>> AskAsync()
    {
        var course = await LargestCourseAsync();
        var learner = await engine.Client.ScalarAsync(
            $"SELECT learner_id FROM enrolments FINAL {OfCourse} ORDER BY statements DESC, learner_id LIMIT 1", [("course", course)]);
        var web = new CourseQueries(new PageReader(engine.Client));
        var viewer = Scope.Everything.ViewerOf(Guid.NewGuid(), "benchmark");
        var times = new List<QueryTimes>
        {
            await Pages.AskAsync("page `list of courses`", () => web.CoursesAsync(viewer, CancellationToken.None)),
            await Pages.AskAsync("page `a course`", () => web.CourseAsync(viewer, course, CancellationToken.None)),
            await Pages.AskAsync("page `its sections`", () => web.SectionsAsync(viewer, course, CancellationToken.None)),
        };
        foreach (var (name, sql) in Queries) times.Add(await Pages.AskAsync(name, () => ReadAsync(sql, ("course", course), ("learner", learner))));
        return times;
    }

    public async Task<IReadOnlyList<QueryTimes>> AskInsteadAsync()
    {
        var sql = BenchmarkSql.Read("at_page_time");
        return
        [
            await Instead.AskAsync("largest course", async () => await ReadAsync(sql, ("course", await LargestCourseAsync()))),
            await Instead.AskAsync("all courses", () => ReadAsync(sql, ("course", ""))),
        ];
    }

    private async Task<string> LargestCourseAsync() => (await engine.Client.ScalarAsync(
        "SELECT course_id FROM enrolments FINAL GROUP BY course_id ORDER BY count() DESC, course_id LIMIT 1"))!;

    // To the last byte, as a page would.
    private async Task ReadAsync(string sql, params (string Name, object? Value)[] parameters)
    {
        await using var answer = await engine.Client.StreamAsync(sql, "JSONEachRow", parameters);
        await answer.CopyToAsync(Stream.Null);
    }
}
