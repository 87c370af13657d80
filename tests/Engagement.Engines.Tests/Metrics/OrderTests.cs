using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Metrics.Reference;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Metrics;

/// <summary>The law over all numbers: they depend on nothing but the set of distinct statements.</summary>
public class OrderTests
{
    private static readonly string[] Tables = ["section_engagement", "visits", "learner_days", "enrolments", "contributions"];

    [Fact]
    public async Task The_same_statements_in_five_orders_each_twice_and_in_random_batches_give_the_same_bytes()
    {
        var streams = Enumerable.Range(0, 40).Select(i => new RandomStream(700_000 + i)).ToList();
        var statements = new ReferenceIdentity(streams.SelectMany(s => s.Statements)).Statements;
        var outlines = streams.SelectMany(s => s.FinalOutlines).ToList();

        var first = await BytesAsync(new Random(0), statements, outlines);
        Assert.All(first, table => Assert.True(table.Length > 1_000));
        for (var order = 1; order < 5; order++)
        {
            var bytes = await BytesAsync(new Random(order), statements, outlines);
            foreach (var (name, expected, actual) in Tables.Zip(first, bytes))
                Assert.True(expected.AsSpan().SequenceEqual(actual), $"{name} differs in order {order}");
        }
    }

    private static async Task<List<byte[]>> BytesAsync(Random random, List<ReferenceStatement> statements, List<ReferenceOutline> outlines)
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var metrics = new MetricsRun(clickHouse, Options.Create(new MetricsOptions { ChunkStatements = 1_000 }));
        var deliveries = statements.Concat(statements).ToArray();
        random.Shuffle(deliveries);
        var cuts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(deliveries.Length)).Append(deliveries.Length).Order().ToList();
        var outlinesCome = random.Next(cuts.Count);
        for (var batch = 0; batch < cuts.Count; batch++)
        {
            var from = batch == 0 ? 0 : cuts[batch - 1];
            await clickHouse.StoreAsync([.. deliveries[from..cuts[batch]].Select((s, i) => s with { StoredAt = 1_767_600_000_000_000 + from + i })]);
            if (batch == outlinesCome) await clickHouse.DeclareAsync([], outlines, rowVersion: 1);
            await metrics.RunAsync();
        }

        var tables = new List<byte[]>();
        foreach (var table in Tables)
            tables.Add(await clickHouse.BytesAsync($"SELECT * EXCEPT (computed_at, row_version, is_deleted) FROM {table} FINAL ORDER BY ALL", "TSV"));
        return tables;
    }
}
