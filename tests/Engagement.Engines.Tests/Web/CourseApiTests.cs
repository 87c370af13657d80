using System.Net;
using System.Text.Json;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.People;
using Engagement.Web.Accounts;

namespace Engagement.Engines.Tests.Web;

/// <summary>The API over the views the migrations made, on rows put where the metrics job puts them.</summary>
public sealed class CourseApiTests : IAsyncLifetime
{
    private const string Course = "https://courses.example/a course?é=1&b=a/b";
    private ClickHouseClient _clickHouse = null!;
    private WebRig _rig = null!;
    private HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        _rig = await WebRig.StartAsync(_clickHouse);
        _http = await _rig.WithKeyAsync();
    }

    [Fact]
    public async Task A_course_is_listed_with_its_learners_and_statements()
    {
        await PutOutlineAsync(Course);
        await PutLearnersAsync(10);

        using var answer = JsonDocument.Parse(await _http.GetStringAsync("/api/courses"));
        var course = Assert.Single(answer.RootElement.GetProperty("courses").EnumerateArray());
        Assert.Equal(Course, course.GetProperty("id").GetString());
        Assert.Equal("A course", course.GetProperty("title").GetString());
        Assert.Equal(10, course.GetProperty("learners").GetInt64());
        Assert.Equal(30, course.GetProperty("statements").GetInt64());
        Assert.Equal(3, course.GetProperty("sections").GetInt32());
        Assert.False(course.GetProperty("is_inferred").GetBoolean());
        Assert.Equal(DateTimeOffset.Parse("2026-01-05T10:00:00.500Z"), course.GetProperty("as_of").GetDateTimeOffset());
    }

    [Fact]
    public async Task The_beginning_is_the_viewer_the_courses_and_what_is_in_the_only_one()
    {
        await BeginsWithAsync(_http, hasOnly: false);

        await PutOutlineAsync(Course);
        await PutLearnersAsync(10);
        await BeginsWithAsync(_http, hasOnly: true);

        await PutOutlineAsync("urn:another");
        await BeginsWithAsync(_http, hasOnly: false);
    }

    [Theory]
    [InlineData(ViewerRoles.Facilitator)]
    [InlineData(ViewerRoles.Operator)]
    public async Task Who_is_no_designer_begins_elsewhere(ViewerRoles roles)
    {
        await PutOutlineAsync(Course);
        using var http = await _rig.WithKeyAsync(Scope.Everything with { Roles = roles });

        Assert.Equal($$"""{"viewer":{{await http.GetStringAsync("/api/viewer")}},"courses":null,"only":null}""", await http.GetStringAsync("/api/beginning"));
    }

    [Fact]
    public async Task Sections_come_in_order_with_counts_rate_and_quartiles()
    {
        await PutOutlineAsync(Course);
        await PutLearnersAsync(10);

        var sections = await SectionsAsync();
        Assert.Equal(["One", "Two", "Three"], sections.Select(s => s.GetProperty("title").GetString()));

        var two = sections[1];
        Assert.Equal("try-it", two.GetProperty("kind").GetString());
        foreach (var outcome in new[] { "engaged", "deferred", "rushed", "jumped", "unknown" })
            Assert.Equal(2, two.GetProperty(outcome).GetInt64());
        Assert.Equal(10, two.GetProperty("reached").GetInt64());
        Assert.Equal(8, two.GetProperty("opened").GetInt64());
        Assert.Equal(0.5, two.GetProperty("skip_rate").GetDouble());
        // Seconds 20, 21, 22, 24, 25, 26, 27, 29 of the eight who opened it.
        Assert.Equal(21.75, two.GetProperty("q25_seconds").GetDouble());
        Assert.Equal(24.5, two.GetProperty("median_seconds").GetDouble());
        Assert.Equal(26.25, two.GetProperty("q75_seconds").GetDouble());
        Assert.Equal(10, two.GetProperty("visits").GetInt64());
        Assert.Equal(10, two.GetProperty("open_visits").GetInt64());
    }

    [Fact]
    public async Task A_section_nobody_reached_has_zeros_and_no_rate()
    {
        await PutOutlineAsync(Course);
        await PutLearnersAsync(10);

        var three = (await SectionsAsync())[2];
        Assert.Equal(0, three.GetProperty("reached").GetInt64());
        Assert.Equal(JsonValueKind.Null, three.GetProperty("skip_rate").ValueKind);
        Assert.Equal(JsonValueKind.Null, three.GetProperty("median_seconds").ValueKind);
        Assert.False(three.GetProperty("suppressed").GetBoolean());
    }

    [Fact]
    public async Task Figures_of_four_learners_never_leave_the_server()
    {
        await PutOutlineAsync(Course);
        await PutLearnersAsync(4);

        var one = (await SectionsAsync())[0];
        Assert.True(one.GetProperty("suppressed").GetBoolean());
        foreach (var figure in new[] { "reached", "engaged", "known", "skip_rate", "opened", "median_seconds", "visits" })
            Assert.Equal(JsonValueKind.Null, one.GetProperty(figure).ValueKind);
    }

    [Fact]
    public async Task An_outline_without_learners_is_there_already()
    {
        await PutOutlineAsync(Course);
        using var answer = JsonDocument.Parse(await _http.GetStringAsync("/api/courses"));
        var course = Assert.Single(answer.RootElement.GetProperty("courses").EnumerateArray());
        Assert.Equal(0, course.GetProperty("learners").GetInt64());
        Assert.Equal(JsonValueKind.Null, course.GetProperty("as_of").ValueKind);
    }

    [Fact]
    public async Task A_database_without_tables_is_an_outage_that_says_what_to_do()
    {
        foreach (var table in new[] { "course_report", "section_report" }) await _clickHouse.ExecuteAsync($"DROP VIEW {table}");
        using var response = await _http.GetAsync("/api/courses");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("The tables are not there yet", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Without_its_accounts_nobody_is_let_in_on_what_was_true_once()
    {
        await _clickHouse.ExecuteAsync("DROP TABLE accounts");
        using var response = await _http.GetAsync("/api/courses");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task Health_names_the_version_of_clickhouse()
    {
        using var answer = JsonDocument.Parse(await _http.GetStringAsync("/api/health"));
        Assert.Equal("ok", answer.RootElement.GetProperty("status").GetString());
        Assert.Matches(@"^\d+\.\d+", answer.RootElement.GetProperty("clickhouse").GetString());
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _rig.DisposeAsync();
        _clickHouse.Dispose();
    }

    // Word for word what the three routes say that it stands for.
    private static async Task BeginsWithAsync(HttpClient http, bool hasOnly)
    {
        var viewer = await http.GetStringAsync("/api/viewer");
        var courses = await http.GetStringAsync("/api/courses");
        var only = hasOnly ? await http.GetStringAsync("/api/sections?course=" + Uri.EscapeDataString(Course)) : "null";

        Assert.Equal($$"""{"viewer":{{viewer}},"courses":{{courses}},"only":{{only}}}""", await http.GetStringAsync("/api/beginning"));
    }

    private async Task<JsonElement[]> SectionsAsync()
    {
        using var answer = JsonDocument.Parse(await _http.GetStringAsync("/api/sections?course=" + Uri.EscapeDataString(Course)));
        return [.. answer.RootElement.GetProperty("sections").EnumerateArray().Select(s => s.Clone())];
    }

    private Task PutOutlineAsync(string course) => _clickHouse.ExecuteAsync("""
        INSERT INTO course_outlines (course_id, origin, version, title, mode, valid_from, received_at, content_hash, sections, row_version, is_deleted)
        SELECT {course:String}, 'declared', '1', 'A course', 'unknown', '2020-01-01', '2020-01-01', 'h',
            [('s1', 'One', 'content', ['a1'], NULL, NULL, NULL, NULL, NULL, NULL),
             ('s2', 'Two', 'try-it', ['a2'], 300000000, NULL, NULL, NULL, NULL, NULL),
             ('s3', 'Three', 'think-about', ['a3'], NULL, NULL, NULL, NULL, NULL, NULL)], 1, 0
        """, [("course", course)]);

    private async Task PutLearnersAsync(int count)
    {
        await _clickHouse.ExecuteAsync("""
            INSERT INTO enrolments (learner_id, course_id, version, statements, row_version, is_deleted)
            SELECT reinterpretAsUUID(toUInt128(number)), {course:String}, '1', 3, toUnixTimestamp64Nano(toDateTime64('2026-01-05 10:00:00.500', 9, 'UTC')), 0 FROM numbers({count:UInt32})
            """, [("course", Course), ("count", count)]);
        await _clickHouse.ExecuteAsync("""
            INSERT INTO section_engagement
                (course_id, learner_id, section_id, position, kind, status, visits, open_visits, seconds_low, first_at, computed_at, row_version, is_deleted)
            SELECT {course:String}, reinterpretAsUUID(toUInt128(number)), 's1', 1, 'content', 'engaged', 1, 0, 120 + number,
                   toDateTime64('2026-01-01', 6, 'UTC'), toDateTime64('2026-01-05 10:00:00', 6, 'UTC'), 1, 0
            FROM numbers({count:UInt32})
            UNION ALL
            SELECT {course:String}, reinterpretAsUUID(toUInt128(number)), 's2', 2, 'try-it',
                   ['engaged', 'deferred', 'rushed', 'jumped', 'unknown'][1 + number % 5], 1, 1, 20 + number,
                   if(number % 5 = 3, NULL, toDateTime64('2026-01-01', 6, 'UTC')), toDateTime64('2026-01-05 10:00:00.500', 6, 'UTC'), 1, 0
            FROM numbers({count:UInt32})
            """, [("course", Course), ("count", count)]);
    }
}
