using Engagement.Courses;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Courses;

public class OutlineHistoryTests
{
    private static readonly DateTimeOffset Received = new(2026, 1, 5, 8, 30, 0, TimeSpan.Zero);
    private static readonly CourseOutline Outline = CourseOutline.Parse("""
        {"course":"https://e.org/ü'\\","title":"T\t","version":"2026-02-01","mode":"facilitated","sections":[
          {"id":"a","title":"A","kind":"try-it","activities":["https://e.org/a","https://e.org/b/*"],"expected_seconds":333.333333,"due_at":"2026-03-01T12:00:00.000001Z","weight":0.1,"required":false},
          {"id":"b","title":"B","kind":"artifact","activities":["https://e.org/b"],"idle_seconds":7,"floor_seconds":0.000001}]}
        """u8).Outline!;

    [Fact]
    public async Task Versions_are_as_they_were_declared_and_follow_each_other()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var store = new OutlineStore(clickHouse, TimeProvider.System);
        foreach (var version in new[] { "v1", "2026-02-01", "2026-03-01" })
            await store.SaveAsync(Outline with { Version = version, Title = version }, Received);
        await store.SaveAsync(Outline with { Course = "https://e.org/another" }, Received);

        var versions = await new OutlineHistory(clickHouse).VersionsAsync(Outline.Course);
        var (february, march) = (new DateTimeOffset(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal(
            [("v1", Received, (DateTimeOffset?)null, (DateTimeOffset?)february), ("2026-02-01", february, february, march), ("2026-03-01", march, march, null)],
            versions.Select(v => (v.Outline.Version, v.ValidFrom, v.InForceFrom, v.InForceUntil)));
        Assert.All(versions, version =>
        {
            Assert.Equal((Received, false), (version.ReceivedAt, version.IsInferred));
            Assert.Equal(System.Text.Encoding.UTF8.GetString((Outline with { Version = version.Outline.Version, Title = version.Outline.Version }).ToJson()),
                System.Text.Encoding.UTF8.GetString(version.Outline.ToJson()));
            Assert.Equal([new SectionLimits(900, 50), new SectionLimits(7, 0.000001m)], version.Limits);
        });
        Assert.Equal(["v1", "2026-02-01", "2026-02-01", "2026-03-01"], new[] { DateTimeOffset.UnixEpoch, february, march.AddTicks(-1), march }
            .Select(at => versions.Single(version => version.IsInForceAt(at)).Outline.Version));
    }

    [Fact]
    public async Task Courses_are_listed_with_what_is_in_force_now()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var history = new OutlineHistory(clickHouse);
        Assert.Empty(await history.CoursesAsync());
        Assert.Empty(await history.VersionsAsync(Outline.Course));

        var store = new OutlineStore(clickHouse, TimeProvider.System);
        foreach (var version in new[] { "2020-01-01", "2021-01-01", "2290-01-01" }) await store.SaveAsync(Outline with { Version = version }, Received);
        await store.SaveAsync(Outline with { Course = "https://e.org/a", Title = "A", Version = "v1", Sections = [Outline.Sections[0]] }, Received);
        Assert.Equal(
            [
                new OutlineSummary("https://e.org/a", "A", false, "v1", 1, 1, null),
                new OutlineSummary(Outline.Course, "T\t", false, "2021-01-01", 3, 2, new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            ],
            await history.CoursesAsync());
    }

    // Two views say what is in force, for the sake of how long ClickHouse takes to plan; they must not differ, also where versions begin
    // together, none has begun, or an inferred outline stands beside declared ones.
    [Fact]
    public async Task What_is_in_force_now_is_what_the_spans_of_all_versions_say()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await clickHouse.ExecuteAsync("""
            INSERT INTO course_outlines (course_id, origin, version, title, mode, valid_from, content_hash, sections, row_version, is_deleted)
            SELECT concat('https://e.org/', toString(number % 200)), chance % 5 = 0 ? 'inferred' : 'declared' AS origin,
                origin = 'inferred' ? '' : toString(intDiv(chance, 100) % 7), toString(number), 'unknown',
                now64(6) + toIntervalDay(toInt64(intDiv(chance, 1000) % 6) - 3), toString(number),
                arrayMap(i -> (toString(i), concat('Section ', toString(number)), i = 1 ? 'try-it' : 'content', [], i * 1000000, NULL, NULL, i = 2 ? NULL : number, NULL, NULL), range(1, 2 + chance % 3)),
                number, chance % 11 = 0
            FROM (SELECT number, sipHash64(number) AS chance FROM numbers(700))
            """);
        const string Columns = "course_id, is_inferred, version, course_title, mode, valid_from, section_id, position, title, kind, activities, expected_us, required, due_at, weight, floor_us";
        var view = await clickHouse.ScalarAsync($"SELECT arrayStringConcat(arraySort(groupArray(formatRow('TSV', {Columns})))) FROM course_outlines_in_force");
        var spans = await clickHouse.ScalarAsync($$"""
            WITH toUnixTimestamp64Micro(now64(6)) AS now_us
            SELECT arrayStringConcat(arraySort(groupArray(formatRow('TSV', {{Columns}})))) FROM course_sections WHERE from_us <= now_us AND now_us < until_us
            """);
        Assert.True(await clickHouse.ScalarAsync("SELECT uniqExact(course_id) FROM course_outlines_in_force") is ['1', _, _], "Nearly all of the 200 courses have an outline");
        Assert.Equal(spans, view);
    }
}
