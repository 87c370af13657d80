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
        await DeliverAsync(clickHouse, cases, batches: 1 + world, () => metrics.RunAsync());

        var expected = await SameAsReferenceAsync(cases, clickHouse);
        Assert.Equal(6, expected.SelectMany(e => e.Engagement).Select(e => e.Status).Distinct().Count());
        Assert.True(await metrics.IsUpToDateAsync());
        Assert.Equal(MetricsRunResult.Nothing, await metrics.RunAsync());
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

        await SameAsReferenceAsync(cases, clickHouse);
    }

    private static async Task<List<ReferenceMetrics>> SameAsReferenceAsync(List<RandomStream> cases, ClickHouseClient clickHouse)
    {
        var identity = new ReferenceIdentity(cases.SelectMany(c => c.Statements));
        Same(identity.Statements.Select(s => new IdentityRow(s.Id, s.Learner, s.ContentHash, s.StoredAt)), await clickHouse.StatementsAsync());
        Same(identity.Conflicts, await clickHouse.ConflictsAsync());
        Assert.Contains(identity.Conflicts, c => c.LearnerId == c.WinnerLearnerId);
        Assert.Contains(identity.Conflicts, c => c.LearnerId != c.WinnerLearnerId);
        var expected = cases.ConvertAll(c => new ReferenceMetrics(c.Statements, c.FinalOutlines));
        Same(expected.SelectMany(e => e.Visits), await clickHouse.VisitsAsync());
        Same(expected.SelectMany(e => e.Engagement), await clickHouse.EngagementAsync());
        return expected;
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
        var outlines = new OutlineStore(clickHouse, TimeProvider.System);
        for (var batch = 0; batch < batches; batch++)
        {
            await clickHouse.StoreAsync([.. cases.SelectMany(c => Part(c.Statements, batch, batches))]);
            foreach (var (course, outline, at) in cases.SelectMany(c => Part(c.Outlines, batch, batches)))
            {
                if (outline is null) await outlines.RemoveAsync(course);
                else await outlines.SaveAsync(outline, at);
            }
            // A merge before the metrics see the rows must take nothing from them.
            if (batch % 2 == 1)
                foreach (var table in (string[])["statements", "statement_contents"]) await clickHouse.ExecuteAsync($"OPTIMIZE TABLE {table} FINAL");
            await run();
        }
    }

    private static IEnumerable<T> Part<T>(IReadOnlyList<T> items, int part, int parts) =>
        items.Skip(items.Count * part / parts).Take((items.Count * (part + 1) / parts) - (items.Count * part / parts));

    private static void Same<T>(IEnumerable<T> expected, List<T> actual)
    {
        Assert.Equal(actual.Count, actual.Distinct().Count());
        var missing = expected.Except(actual).ToList();
        var surplus = actual.Except(expected).ToList();
        Assert.True(missing.Count + surplus.Count == 0,
            $"{missing.Count} rows missing, {surplus.Count} too many\nmissing:\n{string.Join('\n', missing.Take(5))}\ntoo many:\n{string.Join('\n', surplus.Take(5))}");
    }
}
