using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Metrics.Reference;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Metrics;

public class WorkedExampleTests
{
    private const string Course = "https://example.org/course/1";

    private static readonly Guid Learner = new("11111111-0000-0000-0000-000000000001");

    private static readonly CourseOutline Outline = CourseOutline.Parse("""
        {"course": "https://example.org/course/1", "title": "Worked example", "version": "1", "mode": "self-directed", "sections": [
          {"id": "S1", "title": "Reading", "kind": "content", "activities": ["https://example.org/s1"], "expected_seconds": 120},
          {"id": "S2", "title": "Try It", "kind": "try-it", "activities": ["https://example.org/s2"], "expected_seconds": 300},
          {"id": "S3", "title": "More reading", "kind": "content", "activities": ["https://example.org/s3"]},
          {"id": "S4", "title": "Think About", "kind": "think-about", "activities": ["https://example.org/s4*"], "expected_seconds": 200}]}
        """u8).Outline!;

    private static readonly ReferenceStatement[] BeforeTheAnswer =
    [
        At("10:00:00", "experienced", "enter", "s1"),
        At("10:01:30", "interacted", "pulse", "s1"),
        At("10:04:00", "experienced", "enter", "s2"),
        At("10:04:12", "experienced", "enter", "s3"),
        At("10:05:00", "left", "exit", "s3") with { Duration = 40_000_000 },
        At("10:30:00", "experienced", "enter", "s4"),
    ];

    private static readonly ReferenceStatement TheAnswer = At("11:00:00", "answered", "act", "s2");

    [Fact]
    public async Task Each_section_has_the_status_and_the_seconds_of_the_worked_example()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await new OutlineStore(clickHouse, TimeProvider.System).SaveAsync(Outline, DateTimeOffset.UnixEpoch);
        var metrics = new MetricsRun(clickHouse, Options.Create(new MetricsOptions()));

        await clickHouse.StoreAsync(BeforeTheAnswer);
        Assert.False(await metrics.IsUpToDateAsync());
        await metrics.RunAsync();
        Assert.Equal(["S1 engaged 240 240", "S2 rushed 12 12", "S3 engaged 40 40", "S4 unknown 0 900"], await SectionsAsync(clickHouse));
        Assert.Equal(["S1 0", "S2 1", "S3 0", "S4 null"], await SkipRatesAsync(clickHouse));

        await clickHouse.StoreAsync([TheAnswer]);
        await metrics.RunAsync();
        Assert.Equal(["S1 engaged 240 240", "S2 deferred 12 912", "S3 engaged 40 40", "S4 unknown 0 900"], await SectionsAsync(clickHouse));
        Assert.Equal("1", await clickHouse.ScalarAsync("SELECT open_visits FROM section_engagement FINAL WHERE section_id = 'S4'"));
        Assert.True(await metrics.IsUpToDateAsync());
    }

    [Fact]
    public async Task A_statement_that_is_voided_before_it_comes_is_in_no_number()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await new OutlineStore(clickHouse, TimeProvider.System).SaveAsync(Outline, DateTimeOffset.UnixEpoch);
        var metrics = new MetricsRun(clickHouse, Options.Create(new MetricsOptions()));
        var voiding = At("12:00:00", "voided", "void", "s1") with { Learner = Guid.NewGuid(), Activity = "", Voids = TheAnswer.Id };

        await clickHouse.StoreAsync([voiding]);
        await metrics.RunAsync();
        await clickHouse.StoreAsync([.. BeforeTheAnswer, TheAnswer]);
        await metrics.RunAsync();
        Assert.Equal(["S1 engaged 240 240", "S2 rushed 12 12", "S3 engaged 40 40", "S4 unknown 0 900"], await SectionsAsync(clickHouse));
    }

    private static Task<List<string>> SectionsAsync(ClickHouseClient clickHouse) =>
        LinesAsync(clickHouse, "SELECT concat(section_id, ' ', status, ' ', toString(seconds_low), ' ', toString(seconds_high)) AS line FROM section_engagement FINAL ORDER BY position");

    private static Task<List<string>> SkipRatesAsync(ClickHouseClient clickHouse) =>
        LinesAsync(clickHouse, "SELECT concat(section_id, ' ', ifNull(toString(skip_rate), 'null')) AS line FROM section_summary");

    private sealed record TextLine(string Line);

    private static async Task<List<string>> LinesAsync(ClickHouseClient clickHouse, string sql) => (await clickHouse.ListAsync<TextLine>(sql)).ConvertAll(l => l.Line);

    private static ReferenceStatement At(string time, string verb, string role, string page) => new()
    {
        Id = Guid.NewGuid(), Learner = Learner, Course = Course, Groupings = [Course],
        Verb = "http://adlnet.gov/expapi/verbs/" + verb, Role = role, Activity = "https://example.org/" + page,
        At = (1_767_571_200 + (long)TimeSpan.Parse(time, System.Globalization.CultureInfo.InvariantCulture).TotalSeconds) * 1_000_000,
        StoredAt = 1_767_571_200_000_000,
    };
}
