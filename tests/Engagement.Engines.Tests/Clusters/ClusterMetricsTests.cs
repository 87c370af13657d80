using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Metrics;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Clusters;

/// <summary>The metrics over Distributed tables, held to the reference as those on one server are.</summary>
public class ClusterMetricsTests
{
    [Theory]
    [InlineData(PlayedCluster.OneShard, 60, 500_000)]
    [InlineData(PlayedCluster.TwoShards, 200, 1_000)]
    public async Task Any_stream_in_any_order_gives_the_rows_of_the_reference(string cluster, int cases, int chunkStatements)
    {
        const int Batches = 3;
        using var clickHouse = await ClickHouseEngine.NewClusterDatabaseAsync(cluster);
        var metrics = new MetricsRun(clickHouse, Options.Create(new MetricsOptions { ChunkStatements = chunkStatements }));
        var streams = Enumerable.Range(5_000_000, cases).Select(seed => new RandomStream(seed)).ToList();
        for (var batch = 0; batch < Batches; batch++)
        {
            await clickHouse.StoreAsync([.. streams.SelectMany(s => s.Statements.Take(Until(batch + 1, s.Statements)).Skip(Until(batch, s.Statements)))]);
            await clickHouse.DeclareAsync(Outlines(batch), Outlines(batch + 1), rowVersion: batch + 1);
            if (batch == 1)
                foreach (var table in (string[])["statements", "statement_contents"]) await clickHouse.ExecuteAsync($"OPTIMIZE TABLE {table} FINAL");
            await metrics.RunAsync();
        }

        await SameRows.AssertAsync(streams, clickHouse);
        Assert.True(await metrics.IsUpToDateAsync());

        int Until<T>(int batch, IReadOnlyList<T> items) => items.Count * batch / Batches;
        List<Metrics.Reference.ReferenceOutline> Outlines(int batch) => [.. streams.SelectMany(s => s.OutlinesAfter(Until(batch, s.Outlines)))];
    }

    [Fact]
    public async Task An_insert_that_is_repeated_is_there_once_and_one_alike_with_another_token_twice()
    {
        using var clickHouse = await ClickHouseEngine.NewClusterDatabaseAsync(PlayedCluster.OneShard);
        foreach (var token in new[] { "first", "first", "second" })
            await clickHouse.InsertAsync("statements (statement_id, learner_id, stored_at)", "TabSeparated",
                "6b29fc40-ca47-1067-b31d-00dd010662da\t6b29fc40-ca47-1067-b31d-00dd010662db\t2026-01-01 00:00:00\n"u8.ToArray(), token);
        Assert.Equal("2", await clickHouse.ScalarAsync("SELECT count() FROM statements"));
        Assert.Equal("2", await clickHouse.ScalarAsync("SELECT count() FROM statement_contents"));
        Assert.Equal("1", await clickHouse.ScalarAsync("SELECT count() FROM statements FINAL"));
    }
}
