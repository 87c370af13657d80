using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Metrics.Reference;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Metrics;

public class MetricsPropertyTests
{
    // Cases share a database, as a run costs the same for one as for many; they have no learner and no course in common.
    // METRICS_CASES asks for more of them.
    private static readonly int CasesInAWorld = int.TryParse(Environment.GetEnvironmentVariable("METRICS_CASES"), out var cases) ? cases / 4 : 40;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Any_stream_in_any_order_gives_the_rows_of_the_reference(int world)
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var cases = Enumerable.Range(0, CasesInAWorld).Select(i => new RandomStream((world * 100_000) + i)).ToList();
        var metrics = new MetricsRun(clickHouse, Options.Create(new MetricsOptions { ChunkStatements = world % 2 == 0 ? 1_000 : 500_000 }));
        await DeliverAsync(clickHouse, metrics, cases, batches: 1 + world);

        var expected = cases.ConvertAll(c => new ReferenceMetrics(c.Statements, c.FinalOutlines));
        Same(expected.SelectMany(e => e.Visits), await clickHouse.VisitsAsync());
        Same(expected.SelectMany(e => e.Engagement), await clickHouse.EngagementAsync());
        Assert.True(await metrics.IsUpToDateAsync());
        Assert.Equal(MetricsRunResult.Nothing, await metrics.RunAsync());
    }

    private static async Task DeliverAsync(ClickHouseClient clickHouse, MetricsRun metrics, List<RandomStream> cases, int batches)
    {
        var outlines = new OutlineStore(clickHouse, TimeProvider.System);
        for (var batch = 0; batch < batches; batch++)
        {
            await clickHouse.StoreAsync([.. cases.SelectMany(c => Part(c.Statements, batch, batches))]);
            foreach (var (course, outline, at) in cases.SelectMany(c => Part(c.Outlines, batch, batches)))
            {
                if (outline is null) await outlines.RemoveAsync(course);
                else await outlines.SaveAsync(outline, at);
            }
            await metrics.RunAsync();
        }
    }

    private static IEnumerable<T> Part<T>(IReadOnlyList<T> items, int part, int parts) =>
        items.Skip(items.Count * part / parts).Take((items.Count * (part + 1) / parts) - (items.Count * part / parts));

    private static void Same<T>(IEnumerable<T> expected, IEnumerable<T> actual)
    {
        var missing = expected.Except(actual).ToList();
        var surplus = actual.Except(expected).ToList();
        Assert.True(missing.Count + surplus.Count == 0,
            $"{missing.Count} rows missing, {surplus.Count} too many\nmissing:\n{string.Join('\n', missing.Take(5))}\ntoo many:\n{string.Join('\n', surplus.Take(5))}");
        Assert.NotEmpty(expected);
    }
}
