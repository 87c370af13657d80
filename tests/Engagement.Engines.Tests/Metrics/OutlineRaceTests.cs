using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Metrics.Reference;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Metrics;

public class OutlineRaceTests
{
    private const string Course = "https://e.org/c";

    /// <summary>Between any two steps of a run, an outline that comes is in the numbers of this run, or still to do after it.</summary>
    [Theory]
    [InlineData("FROM touches")]
    [InlineData("INSERT INTO run_sections")]
    [InlineData("INSERT INTO run_outlines")]
    [InlineData("INSERT INTO run_learners")]
    [InlineData("INSERT INTO run_scenes")]
    [InlineData("INSERT INTO outlines_applied")]
    public async Task An_outline_that_comes_while_a_run_is_at_work_is_not_forgotten(string step)
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var outlines = new OutlineStore(clickHouse, TimeProvider.System);
        await outlines.SaveAsync(Outline("1", "a"), DateTimeOffset.UnixEpoch);
        await clickHouse.StoreAsync([Seen(0)]);

        InterruptingTransport? transport = null;
        using var interrupted = new ClickHouseClient(new ClickHouseOptions { Url = clickHouse.Url.ToString(), Database = clickHouse.Database }
            .By(options => transport = new InterruptingTransport(options, step, () => outlines.SaveAsync(Outline("2", "b"), DateTimeOffset.UnixEpoch.AddDays(1)))));
        await Run(interrupted).RunAsync();
        Assert.True(transport!.HasHappened);

        var metrics = Run(clickHouse);
        while (!await metrics.IsUpToDateAsync()) await metrics.RunAsync();
        Assert.Equal("b", await clickHouse.ScalarAsync("SELECT section_id FROM section_engagement FINAL"));
    }

    private static MetricsRun Run(ClickHouseClient clickHouse) => new(clickHouse, Options.Create(new MetricsOptions()));

    private static CourseOutline Outline(string version, string section) =>
        new(Course, "T", version, "unknown", [new OutlineSection(section, section, "content", [Course + "/*"], null, null, null, null, null, null)]);

    private static ReferenceStatement Seen(int second) => new()
    {
        Id = Guid.NewGuid(), Learner = new Guid(1, 0, 0, new byte[8]), Course = Course, Groupings = [Course],
        Verb = "http://adlnet.gov/expapi/verbs/experienced", Role = "enter", Activity = Course + "/a",
        At = 1_767_600_000_000_000 + (second * 1_000_000L), StoredAt = 1_767_600_000_000_000,
    };
}
