using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Web;

/// <summary>The reports hold back figures that speak of so few learners that they speak of a person.</summary>
public sealed class SmallCellsTests
{
    private sealed record Report(
        bool Suppressed, bool TimeSuppressed, long? Reached, long? Opened, long? Engaged, long? Deferred, long? Rushed, long? Jumped, long? Unknown,
        long? Skipped, long? Known, double? SkipRate, double? Q25, double? Median, double? Q75, long? Visits, long? OpenVisits);

    [Fact]
    public async Task A_section_five_learners_reached_is_shown()
    {
        var report = await ReportAsync(engaged: 2, deferred: 1, rushed: 1, jumped: 1, unknown: 0, opened: 5);
        Assert.Equal(new Report(false, false, 5, 5, 2, 1, 1, 1, 0, 2, 5, 0.4, 60, 60, 60, 5, 0), report);
    }

    [Fact]
    public async Task A_section_four_learners_reached_shows_no_figure_at_all()
    {
        var report = await ReportAsync(engaged: 1, deferred: 1, rushed: 1, jumped: 1, unknown: 0);
        Assert.Equal(new Report(true, true, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null), report);
    }

    [Fact]
    public async Task Few_known_outcomes_are_held_back_with_all_that_gives_them_away()
    {
        // Reached less unknown would be the known ones.
        var report = await ReportAsync(engaged: 1, deferred: 0, rushed: 1, jumped: 1, unknown: 9);
        Assert.Equal(new Report(true, false, 12, null, null, null, null, null, null, null, null, null, 60, 60, 60, 11, 0), report);
    }

    [Fact]
    public async Task Times_are_held_back_where_few_opened_though_many_jumped()
    {
        var report = await ReportAsync(engaged: 1, deferred: 0, rushed: 1, jumped: 50, unknown: 1);
        Assert.Equal(new Report(false, true, 53, null, 1, 0, 1, 50, 1, 51, 52, 51 / 52.0, null, null, null, null, null), report);
    }

    [Fact]
    public async Task Nobody_is_not_a_small_group()
    {
        var report = await ReportAsync(0, 0, 0, 0, 0);
        Assert.Equal(new Report(false, false, 0, 0, 0, 0, 0, 0, 0, 0, 0, null, null, null, null, 0, 0), report);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task A_course_of_one_to_four_learners_tells_no_number(int learners, bool isHidden)
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await clickHouse.ExecuteAsync(
            "INSERT INTO enrolments (learner_id, course_id, statements, row_version) SELECT generateUUIDv4(number), 'c', 10, 1 FROM numbers({learners:UInt32})",
            [("learners", learners)]);
        Assert.Equal(isHidden ? "hidden" : "50", await clickHouse.ScalarAsync("SELECT ifNull(toString(statements), 'hidden') FROM course_report WHERE course_id = 'c'"));
        Assert.Equal(isHidden ? "hidden" : "5", await clickHouse.ScalarAsync("SELECT ifNull(toString(learners), 'hidden') FROM group_report WHERE course_id = 'c'"));
        Assert.Equal(isHidden ? "1" : "0", await clickHouse.ScalarAsync("SELECT toUInt8(suppressed) FROM course_report WHERE course_id = 'c'"));
    }

    private static async Task<Report> ReportAsync(int engaged, int deferred, int rushed, int jumped, int unknown, int? opened = null)
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await clickHouse.ExecuteAsync("""
            INSERT INTO course_outlines (course_id, origin, version, title, mode, valid_from, sections, row_version, is_deleted)
            SELECT 'c', 'declared', '1', 'C', 'unknown', '2020-01-01', [('s', 'S', 'try-it', ['a:1'], NULL, NULL, NULL, NULL, NULL, NULL)], 1, 0
            """);
        var statuses = new[] { ("engaged", engaged), ("deferred", deferred), ("rushed", rushed), ("jumped", jumped), ("unknown", unknown) }
            .SelectMany(s => Enumerable.Repeat(s.Item1, s.Item2)).ToArray();
        var isOpened = opened ?? statuses.Length - jumped;
        await clickHouse.ExecuteAsync("""
            INSERT INTO section_engagement (course_id, learner_id, section_id, status, visits, seconds_low, first_at, row_version, is_deleted)
            SELECT 'c', generateUUIDv4(number), 's', status, is_open, if(is_open, 60, 0), if(is_open, toDateTime64('2026-01-01', 6, 'UTC'), NULL), 1, 0
            FROM (SELECT number, {statuses:Array(String)}[number + 1] AS status, status != 'jumped' OR {all:Bool} AS is_open
                  FROM numbers({count:UInt32}))
            """, [("statuses", statuses), ("all", isOpened == statuses.Length), ("count", statuses.Length)]);
        return (await clickHouse.ListAsync<Report>("""
            SELECT suppressed::Bool AS suppressed, time_suppressed::Bool AS time_suppressed, reached, opened, engaged, deferred, rushed, jumped, unknown,
                skipped, known, skip_rate, q25, median, q75, visits, open_visits
            FROM section_report WHERE course_id = 'c'
            """)).Single();
    }
}
