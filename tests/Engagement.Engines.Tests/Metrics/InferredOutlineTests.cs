using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Metrics.Reference;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Metrics;

public class InferredOutlineTests
{
    private const string Course = "https://example.org/course";

    private sealed record Section(string SectionId, int Position, string Kind, string Title, string CourseTitle, bool IsInferred);

    [Fact]
    public async Task A_course_without_an_outline_gets_one_from_what_was_seen()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await clickHouse.StoreAsync(
        [
            Seen(1, 0, "/b/intro/"), Seen(1, 10, "/quiz", "assessment"), Seen(1, 20, "/end"),
            Seen(2, 0, "/b/intro/"), Seen(2, 5, "/end"), Seen(2, 6, "/quiz", "assessment"),
            Seen(3, 0, "/quiz", "try-it"), Seen(3, 9, "/end") with { Name = "The old end" }, Seen(3, 10, "/end") with { Name = "The end" },
            Seen(3, 11, "") with { Name = "A course" }, Seen(3, 12, "/badge") with { Role = "course" },
        ]);
        await Run(clickHouse).RunAsync();
        Assert.Equal(
            [
                new Section(Course + "/b/intro/", 1, "content", "intro", "A course", true),
                new Section(Course + "/end", 2, "content", "The end", "A course", true), // median 2, as the quiz has: by id
                new Section(Course + "/quiz", 3, "assessment", "quiz", "A course", true),
            ],
            await SectionsAsync(clickHouse));
    }

    [Fact]
    public async Task Questions_without_number_are_gathered_in_their_parents()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await clickHouse.StoreAsync([.. Enumerable.Range(0, 250).Select(i => Seen(1 + (i % 3), i, $"/q{i:000}") with { Parents = [Course, $"{Course}/lesson/{i / 50}"] })]);
        await Run(clickHouse).RunAsync();
        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"{Course}/lesson/{i}"), (await SectionsAsync(clickHouse)).Select(s => s.SectionId));
        Assert.Equal("15", await clickHouse.ScalarAsync("SELECT countIf(first_at IS NOT NULL) FROM section_engagement FINAL"));
    }

    [Fact]
    public async Task Of_too_many_activities_without_parents_those_with_most_learners_are_kept()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await clickHouse.StoreAsync([.. Enumerable.Range(0, 250).Select(i => Seen(1, i, $"/q{i:000}")), Seen(2, 0, "/q249")]);
        await Run(clickHouse).RunAsync();
        var sections = await SectionsAsync(clickHouse);
        Assert.Equal(200, sections.Count);
        Assert.Equal(Course + "/q249", sections[125].SectionId);
    }

    [Fact]
    public async Task A_declared_outline_takes_the_place_of_the_draft_and_its_removal_brings_it_back()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var outlines = new OutlineStore(clickHouse, TimeProvider.System);
        var metrics = Run(clickHouse);
        await clickHouse.StoreAsync([Seen(1, 0, "/a"), Seen(1, 60, "/b")]);
        await metrics.RunAsync();
        Assert.Equal("2", await clickHouse.ScalarAsync("SELECT count() FROM section_engagement FINAL WHERE is_inferred"));

        var section = new OutlineSection("all", "All", "content", [Course + "/*"], null, null, null, null, null, null);
        await outlines.SaveAsync(new CourseOutline(Course, "T", "1", "unknown", [section]), DateTimeOffset.UnixEpoch);
        Assert.False(await metrics.IsUpToDateAsync());
        await metrics.RunAsync();
        Assert.Equal("all,60,1,0", await clickHouse.ScalarAsync("SELECT concat(any(section_id), ',', toString(any(seconds_low)), ',', toString(count()), ',', toString(any(is_inferred)::UInt8)) FROM section_engagement FINAL"));
        Assert.False((await SectionsAsync(clickHouse)).Single().IsInferred);

        await outlines.RemoveAsync(Course);
        await metrics.RunAsync();
        Assert.Equal("2", await clickHouse.ScalarAsync("SELECT count() FROM section_engagement FINAL WHERE is_inferred"));
        Assert.True(await metrics.IsUpToDateAsync());
    }

    private static MetricsRun Run(ClickHouseClient clickHouse) => new(clickHouse, Options.Create(new MetricsOptions()));

    private static Task<List<Section>> SectionsAsync(ClickHouseClient clickHouse) => clickHouse.ListAsync<Section>(
        "SELECT section_id, position, kind, title, course_title, is_inferred FROM section_summary ORDER BY position");

    private static ReferenceStatement Seen(int learner, int second, string page, string kind = "") => new()
    {
        Id = Guid.NewGuid(), Learner = new Guid(learner, 0, 0, new byte[8]), Course = Course, Groupings = [Course],
        Verb = "http://adlnet.gov/expapi/verbs/experienced", Role = "enter", Activity = Course + page, KindHint = kind,
        At = 1_767_600_000_000_000 + (second * 1_000_000L), StoredAt = 1_767_600_000_000_000,
    };
}
