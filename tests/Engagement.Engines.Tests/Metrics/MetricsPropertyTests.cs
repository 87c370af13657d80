using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Metrics.Reference;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Metrics;

public class MetricsPropertyTests
{
    // Cases share a database (a world), as a run costs hardly more for many than for one; they have no learner and no course in
    // common. METRICS_CASES asks for another number of them than this.
    private const int Cases = 2_000;
    private const int LargestWorld = 2_000;

    private static readonly int Asked = int.TryParse(Environment.GetEnvironmentVariable("METRICS_CASES"), out var cases) ? cases : Cases;

    [Theory]
    [InlineData(1, 900, 2, 500_000, 2)]
    [InlineData(2, 800, 2, 20_000, 1)]
    [InlineData(3, 100, 3, 1_000, 3)]
    [InlineData(4, 200, 4, 500_000, 2)]
    public async Task Any_stream_in_any_order_gives_the_rows_of_the_reference(int seed, int cases, int batches, int chunkStatements, int chunksAtOnce)
    {
        var options = new MetricsOptions { ChunkStatements = chunkStatements, ChunksAtOnce = chunksAtOnce };
        var seeds = Enumerable.Range(seed * 1_000_000, Math.Max(1, (int)((long)cases * Asked / Cases)));
        foreach (var world in seeds.Chunk(LargestWorld))
            await HoldsAsync([.. world.Select(s => new RandomStream(s))], batches, options);
    }

    [Fact]
    public async Task Runs_that_are_cut_off_or_overlap_change_nothing_in_the_end()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var random = new Random(7);
        var cases = Enumerable.Range(0, 20).Select(i => new RandomStream(900_000 + i)).ToList();
        var metrics = new MetricsRun(clickHouse, Options.Create(new MetricsOptions { ChunkStatements = 1_000 }));
        var disturbed = Task.CompletedTask;
        await DeliverAsync(clickHouse, cases, batches: 6, async () =>
        {
            await disturbed;
            await CutOffAsync(metrics, TimeSpan.FromMilliseconds(random.Next(400)));
            await Task.WhenAll(metrics.RunAsync(), metrics.RunAsync());
            disturbed = CutOffAsync(metrics, TimeSpan.FromMilliseconds(random.Next(400)));
        });
        await disturbed;
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await metrics.IsUpToDateAsync(deadline.Token)) await metrics.RunAsync(deadline.Token);

        await SameRows.AssertAsync(cases, clickHouse);
    }

    private static async Task HoldsAsync(List<RandomStream> cases, int batches, MetricsOptions options)
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var metrics = new MetricsRun(clickHouse, Options.Create(options));
        await DeliverAsync(clickHouse, cases, batches, () => metrics.RunAsync());

        await SameRows.AssertAsync(cases, clickHouse);
        Assert.True(await metrics.IsUpToDateAsync());
        Assert.Equal(MetricsRunResult.Nothing, await metrics.RunAsync());
    }

    private static async Task CutOffAsync(MetricsRun metrics, TimeSpan after)
    {
        using var cut = new CancellationTokenSource(after);
        try
        {
            await metrics.RunAsync(cut.Token);
        }
        catch (OperationCanceledException)
        {
            // what was asked for
        }
    }

    private static async Task DeliverAsync(ClickHouseClient clickHouse, List<RandomStream> cases, int batches, Func<Task> run)
    {
        for (var batch = 0; batch < batches; batch++)
        {
            await clickHouse.StoreAsync([.. cases.SelectMany(c => c.Statements.Take(Until(batch + 1, c.Statements)).Skip(Until(batch, c.Statements)))]);
            await clickHouse.DeclareAsync(Outlines(batch), Outlines(batch + 1), rowVersion: batch + 1);
            // A merge before the metrics see the rows must take nothing from them.
            if (batch % 2 == 1)
                foreach (var table in (string[])["statements", "statement_contents"]) await clickHouse.ExecuteAsync($"OPTIMIZE TABLE {table} FINAL");
            await run();
        }

        int Until<T>(int batch, IReadOnlyList<T> items) => items.Count * batch / batches;
        List<ReferenceOutline> Outlines(int batch) => [.. cases.SelectMany(c => c.OutlinesAfter(Until(batch, c.Outlines)))];
    }
}
