using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Metrics;

/// <summary>What a designer reads of one section: nothing in it may be one to four learners, nor leave as many when subtracted.</summary>
public class DesignerReportTests
{
    private const string Course = "https://example.org/course";

    [Fact]
    public async Task A_span_of_time_with_few_learners_is_one_with_its_neighbours()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await DeclareAsync(clickHouse, "1", "2020-01-01", "a", "b", "c");
        // 0 to 5 s: 2, to 10 s: none, to 20 s: 4, to 40 s: 6, to 80 s: 1.
        await OpenedAsync(clickHouse, "a", [0, 4.9m, 10, 11, 12, 19.9m, 20, 21, 22, 23, 24, 39, 40]);
        await OpenedAsync(clickHouse, "b", [1, 1, 1, 50, 60]);
        await OpenedAsync(clickHouse, "c", [1, 1, 1, 50]);
        Assert.Equal(
            ["a 0 20 6", "a 20 80 7", "b 0 80 5"],
            await LinesAsync(clickHouse, "SELECT section_id, from_seconds, until_seconds, learners FROM section_time_report ORDER BY section_id, from_seconds"));
        Assert.Equal(
            ["a 80 83 0.7596", "b 61 110 0.7264"],
            await LinesAsync(clickHouse, "SELECT section_id, median_high, q75_high, round(unsure_share, 4) FROM section_band_report ORDER BY section_id"));
    }

    [Fact]
    public async Task Few_known_outcomes_hide_how_many_opened_it_also_as_a_sum()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await DeclareAsync(clickHouse, "1", "2020-01-01", "a");
        await OpenedAsync(clickHouse, "a", [.. Enumerable.Repeat(1m, 9)], "unknown");
        await EngagedAsync(clickHouse, "a", 10, "engaged", visits: 1);
        await EngagedAsync(clickHouse, "a", 11, "jumped", visits: 0);
        foreach (var learner in Enumerable.Range(1, 10)) await VisitAsync(clickHouse, learner, "a", "b");
        Assert.Equal(["-"], await LinesAsync(clickHouse, "SELECT opened FROM section_report"));
        Assert.Equal("0", await clickHouse.ScalarAsync("SELECT count() FROM section_time_report"));
        Assert.Equal("0", await clickHouse.ScalarAsync("SELECT count() FROM section_next_report"));
        Assert.Equal(["1 -"], await LinesAsync(clickHouse, "SELECT DISTINCT suppressed, learners FROM section_return_report"));
        Assert.Equal(["1 -"], await LinesAsync(clickHouse, "SELECT suppressed, reached FROM section_version_report"));
    }

    [Fact]
    public async Task Who_came_back_is_told_beside_who_came_once_or_neither_is()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await DeclareAsync(clickHouse, "1", "2020-01-01", "a", "b");
        foreach (var learner in Enumerable.Range(1, 11))
        {
            await EngagedAsync(clickHouse, "a", learner, learner <= 4 ? "rushed" : "engaged", visits: learner <= 6 ? 1 : 3);
            await EngagedAsync(clickHouse, "b", learner, "engaged", visits: learner <= 7 ? 1 : 2);
        }
        Assert.Equal(
            ["a 0 0 6 2 4", "a 1 0 5 5 0", "b 0 1 - - -", "b 1 1 - - -"],
            await LinesAsync(clickHouse, "SELECT section_id, came_back, suppressed, learners, engaged, rushed FROM section_return_report ORDER BY section_id, came_back"));
    }

    [Fact]
    public async Task Where_they_went_is_told_of_five_and_never_leaves_fewer_by_subtraction()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await DeclareAsync(clickHouse, "1", "2020-01-01", "a", "b", "c", "d");
        var next = (int learner) => learner switch { <= 7 => "b", <= 13 => "c", <= 15 => "d", _ => "" };
        foreach (var learner in Enumerable.Range(1, 22))
        {
            await EngagedAsync(clickHouse, "a", learner, "engaged", visits: 1);
            await VisitAsync(clickHouse, learner, "a", "a", next(learner), "a"); // there twice at once, and again: the first leaving counts
        }
        // b 7, nowhere 7, c 6, d 2: alone, d would be told; with c, it is not.
        Assert.Equal(
            ["elsewhere  8 0.3636", "nowhere  7 0.3182", "section b 7 0.3182"],
            await LinesAsync(clickHouse, "SELECT place, next_id, learners, round(share, 4) FROM section_next_report WHERE section_id = 'a' ORDER BY learners DESC, place"));
    }

    [Fact]
    public async Task Versions_of_the_outline_are_told_of_all_together_or_not_at_all()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await DeclareAsync(clickHouse, "1", "2020-01-01", "a", "b");
        await DeclareAsync(clickHouse, "2", "2020-02-01", "a", "b");
        foreach (var learner in Enumerable.Range(1, 12))
        {
            await EngagedAsync(clickHouse, "a", learner, learner is 1 or 7 or 8 or 9 ? "rushed" : "engaged", visits: 1, version: learner <= 5 ? "1" : "2");
            await EngagedAsync(clickHouse, "b", learner, "engaged", visits: 1, version: learner <= 4 ? "1" : "2");
        }
        Assert.Equal(
            ["a 1 5 1 5 0.2", "a 2 7 3 7 0.4286", "b 1 - - - -", "b 2 - - - -"],
            await LinesAsync(clickHouse, "SELECT section_id, version, reached, skipped, known, round(skip_rate, 4) FROM section_version_report ORDER BY section_id, version"));
    }

    [Theory]
    [InlineData(12, "1 0 5 1 2 2 10 0.2", "2 0 7 0 3 0 7 0")]
    [InlineData(9, "1 1 - - - - - -", "2 1 - - - - - -")] // four started with the second: either would give the other away
    public async Task A_course_is_told_by_the_version_its_learners_started_with(int learners, string first, string second)
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await DeclareAsync(clickHouse, "1", "2026-02-01", "try-it", "think-about", "content");
        await DeclareAsync(clickHouse, "2", "2026-03-01", "try-it", "think-about", "content");
        await clickHouse.InsertRowsAsync("enrolments", Enumerable.Range(1, learners + 1).Select(learner => new Dictionary<string, object?>
        {
            // The first before any version; the last never started. All but the second were last there with the second version.
            ["course_id"] = Course, ["learner_id"] = Learner(learner), ["started_at"] = learner switch { 1 => "2026-01-15 08:00:00", <= 5 => "2026-02-28 23:59:59", _ when learner > learners => null, _ => "2026-03-01 00:00:00" },
            ["first_at"] = "2026-01-15 08:00:00", ["last_at"] = learner == 2 ? "2026-02-28 23:59:59" : "2026-03-20 08:00:00",
            ["completed_at"] = learner is 1 ? "2026-03-11 08:00:00" : null, ["withdrawn_at"] = learner is 3 or 10 or 11 or 12 ? "2026-03-04 08:00:00" : null,
        }));
        foreach (var learner in Enumerable.Range(1, learners))
        {
            await EngagedAsync(clickHouse, "try-it", learner, learner is 4 or 5 ? "rushed" : "engaged", visits: 1, version: "2", kind: "try-it");
            if (learner <= 5) await EngagedAsync(clickHouse, "think-about", learner, "deferred", visits: 1, kind: "think-about");
            await EngagedAsync(clickHouse, "content", learner, "rushed", visits: 1, kind: "content");
        }
        Assert.Equal([first, second],
            await LinesAsync(clickHouse, "SELECT version, suppressed, learners, completed, gave_up, skipped, known, skip_rate FROM version_report ORDER BY version"));
    }

    [Fact]
    public async Task What_followed_a_try_it_is_told_of_both_groups_or_of_neither()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await DeclareAsync(clickHouse, "1", "2020-01-01", "try-it", "think-about", "content", "assessment");
        await clickHouse.InsertRowsAsync("enrolments", Enumerable.Range(1, 12).Select(learner => new Dictionary<string, object?>
        {
            ["course_id"] = Course, ["learner_id"] = Learner(learner), ["first_at"] = "2026-03-01 08:00:00", ["last_at"] = "2026-03-20 08:00:00",
            ["completed_at"] = learner is 1 or 2 or 12 ? "2026-03-11 08:00:00" : null, ["withdrawn_at"] = learner is 3 or 10 or 11 ? "2026-03-04 08:00:00" : null,
        }));
        foreach (var learner in Enumerable.Range(1, 12))
        {
            await EngagedAsync(clickHouse, "try-it", learner, learner <= 3 ? "deferred" : learner <= 6 ? "engaged" : learner <= 9 ? "jumped" : "rushed", visits: 1, kind: "try-it");
            await EngagedAsync(clickHouse, "think-about", learner, learner <= 8 ? "engaged" : "rushed", visits: 1, kind: "think-about");
            await EngagedAsync(clickHouse, "content", learner, "engaged", visits: 1, kind: "content");
        }
        Assert.Equal(
            ["try-it 0 6 1 2 6 2 1", "think-about 1 - - - - - -"],
            await LinesAsync(clickHouse, """
                SELECT section_id, suppressed, did, did_gave_up, did_completed, skipped, skipped_gave_up, skipped_completed FROM followed_report ORDER BY position
                """));
    }

    [Fact]
    public async Task Quality_counts_statements_of_five_learners_and_hides_what_fewer_sent()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        foreach (var course in new[] { Course, "few" })
            await clickHouse.InsertRowsAsync("enrolments", Enumerable.Range(1, course == "few" ? 4 : 6).Select(learner => new Dictionary<string, object?>
            {
                ["course_id"] = course, ["learner_id"] = Learner(learner), ["first_at"] = "2026-03-01 08:00:00", ["last_at"] = "2026-03-20 08:00:00",
            }));
        // Two each; late are five learners' first, four learners' second has no zone, five learners' second is voided.
        await clickHouse.InsertRowsAsync("statements", Enumerable.Range(0, 12).Select(i => new Dictionary<string, object?>
        {
            ["statement_id"] = new Guid(i, 1, 0, new byte[8]), ["course_id"] = Course, ["learner_id"] = Learner(i / 2 + 1), ["occurred_at"] = "2026-03-01 08:00:00",
            ["stored_at"] = i % 2 == 0 && i < 10 ? "2026-03-02 08:00:01" : "2026-03-02 08:00:00", ["zone_assumed"] = i % 2 == 1 && i < 8 ? 1 : 0,
        }));
        await clickHouse.InsertRowsAsync("statement_refs", Enumerable.Range(0, 5).Select(i => new Dictionary<string, object?>
        {
            ["target_id"] = new Guid(2 * i + 1, 1, 0, new byte[8]), ["statement_id"] = Guid.NewGuid(), ["learner_id"] = Learner(100), ["role"] = "void",
        }));
        await clickHouse.InsertRowsAsync("visits", [new Dictionary<string, object?>
        {
            ["course_id"] = Course, ["learner_id"] = Learner(1), ["section_id"] = "a", ["started_at"] = "2026-03-01 08:00:00", ["seconds_low"] = 300, ["seconds_high"] = 400, ["is_open"] = 1,
        }]);
        Assert.Equal(["12 5 - 5 1 1 1 0.25"], await LinesAsync(clickHouse,
            $"SELECT statements, late, zone_assumed, voided, suppressed, visits, open_visits, unsure_share FROM quality_report(course = '{Course}')"));
        Assert.Equal("0", await clickHouse.ScalarAsync("SELECT count() FROM quality_report(course = 'few')"));
    }

    private static Guid Learner(int number) => new(number, 0, 0, new byte[8]);

    // A section of a kind's name is of that kind.
    private static Task DeclareAsync(ClickHouseClient clickHouse, string version, string from, params string[] ids)
    {
        var sections = ids.Select(id => new OutlineSection(id, id, id is "try-it" or "think-about" ? id : "content", [$"{Course}/{id}"], null, null, null, null, null, null));
        return new OutlineStore(clickHouse, TimeProvider.System).SaveAsync(new CourseOutline(Course, Course, version, "facilitated", [.. sections]), DateTimeOffset.Parse(from + "T00:00:00Z"));
    }

    // All times open-ended: 60 s more are possible.
    private static Task OpenedAsync(ClickHouseClient clickHouse, string section, decimal[] seconds, string status = "engaged") =>
        clickHouse.InsertRowsAsync("section_engagement", seconds.Select((low, i) => Engagement(section, i + 1, status, 1, "1", "content", low)));

    private static Task EngagedAsync(ClickHouseClient clickHouse, string section, int learner, string status, int visits, string version = "1", string kind = "content") =>
        clickHouse.InsertRowsAsync("section_engagement", [Engagement(section, learner, status, visits, version, kind, 30)]);

    private static Dictionary<string, object?> Engagement(string section, int learner, string status, int visits, string version, string kind, decimal low) => new()
    {
        ["course_id"] = Course, ["learner_id"] = Learner(learner), ["section_id"] = section, ["kind"] = kind, ["status"] = status, ["visits"] = visits,
        ["seconds_low"] = low, ["seconds_high"] = low + 60, ["first_at"] = visits > 0 ? "2026-03-01 00:00:00" : null, ["outline_version"] = version,
    };

    private static Task VisitAsync(ClickHouseClient clickHouse, int learner, params string[] sections) =>
        clickHouse.InsertRowsAsync("visits", sections.Where(section => section.Length > 0).Select((section, i) => new Dictionary<string, object?>
        {
            ["course_id"] = Course, ["learner_id"] = Learner(learner), ["section_id"] = section, ["started_at"] = $"2026-03-01 08:00:{i:00}", ["first_statement"] = new Guid(learner, (short)i, 0, new byte[8]),
        }));

    private static async Task<string[]> LinesAsync(ClickHouseClient clickHouse, string sql) =>
        (await clickHouse.TextAsync(sql + " SETTINGS format_tsv_null_representation = '-'", "TSV")).Replace('\t', ' ').TrimEnd('\n').Split('\n');
}
