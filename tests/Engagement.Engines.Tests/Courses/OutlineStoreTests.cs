using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Courses;

public class OutlineStoreTests
{
    private static readonly DateTimeOffset First = new(2026, 1, 5, 0, 0, 0, TimeSpan.Zero);
    private static readonly CourseOutline Outline = CourseOutline.Parse("""
        {"course":"https://e.org/ü'\\","title":"T\t","version":"v1","mode":"facilitated","sections":[
          {"id":"a","title":"A","kind":"try-it","activities":["https://e.org/a","https://e.org/b/*"],"expected_seconds":333.333333,"due_at":"2026-03-01","weight":0.1,"required":true},
          {"id":"b","title":"B","kind":"artifact","activities":["https://e.org/b"],"idle_seconds":7,"floor_seconds":3}]}
        """u8).Outline!;

    private sealed record Row(string CourseId, string CourseTitle, string SectionId, int Position, string Kind, string[] Activities, long IdleUs, long FloorUs, bool IsInferred);

    [Fact]
    public async Task A_saved_outline_is_there_with_the_defaults_of_its_kinds()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        Assert.Equal(OutlineChange.Added, await Store(clickHouse).SaveAsync(Outline, First));
        var rows = await clickHouse.ListAsync<Row>("SELECT * FROM course_sections ORDER BY position");
        Assert.Equal((Outline.Course, "T\t", "a", 1, "try-it", 900_000_000, 50_000_000, false),
            (rows[0].CourseId, rows[0].CourseTitle, rows[0].SectionId, rows[0].Position, rows[0].Kind, rows[0].IdleUs, rows[0].FloorUs, rows[0].IsInferred));
        Assert.Equal(Outline.Sections[0].Activities, rows[0].Activities);
        Assert.Equal(("b", 2, 7_000_000, 3_000_000), (rows[1].SectionId, rows[1].Position, rows[1].IdleUs, rows[1].FloorUs));
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_other_content_replaces_its_version()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var store = Store(clickHouse);
        await store.SaveAsync(Outline, First);
        Assert.Equal(OutlineChange.None, await store.SaveAsync(Outline, First.AddDays(1)));
        Assert.Equal(OutlineChange.Replaced, await store.SaveAsync(Outline with { Title = "New" }, First.AddDays(2)));
        Assert.Equal("New 2026-01-05 00:00:00.000000 1", await clickHouse.ScalarAsync(
            "SELECT concat(any(title), ' ', toString(any(valid_from)), ' ', toString(count())) FROM course_outlines FINAL"));
    }

    [Fact]
    public async Task A_removed_course_has_no_outline_until_it_is_sent_again()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var store = Store(clickHouse);
        await store.SaveAsync(Outline, First);
        await store.SaveAsync(Outline with { Version = "2026-02-01" }, First);
        await store.RemoveAsync(Outline.Course);
        Assert.Equal("0", await clickHouse.ScalarAsync("SELECT count() FROM course_outlines FINAL"));
        Assert.Equal(OutlineChange.Added, await store.SaveAsync(Outline, First));
        Assert.Equal("1", await clickHouse.ScalarAsync("SELECT count() FROM course_outlines FINAL"));
    }

    [Fact]
    public async Task The_newest_version_not_later_than_a_time_is_in_force_and_before_all_the_earliest()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var store = Store(clickHouse);
        foreach (var version in new[] { "2026-03-01", "2026-01-01", "2026-02-01" }) await store.SaveAsync(Outline with { Version = version }, First);
        foreach (var (at, version) in new[] { ("2025-01-01", "2026-01-01"), ("2026-02-01", "2026-02-01"), ("2026-02-28", "2026-02-01"), ("2030-01-01", "2026-03-01") })
            Assert.Equal(version, await clickHouse.ScalarAsync("""
                SELECT DISTINCT version FROM course_sections
                WHERE from_us <= toUnixTimestamp64Micro({at:DateTime64(6)}) AND toUnixTimestamp64Micro({at:DateTime64(6)}) < until_us
                """, [("at", at)]));
    }

    private static OutlineStore Store(ClickHouseClient clickHouse) => new(clickHouse, TimeProvider.System);
}
