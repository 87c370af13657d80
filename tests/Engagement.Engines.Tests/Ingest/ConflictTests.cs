using System.Text;
using Engagement.Engines.Tests.Engines;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Ingest;

public class ConflictTests(KafkaEngine kafka) : IClassFixture<KafkaEngine>
{
    private sealed record Conflict(Guid StatementId, long KafkaOffset, long KafkaIndex, long WinnerKafkaOffset, long WinnerKafkaIndex);

    [Fact]
    public async Task What_comes_under_a_used_id_is_reported_with_both_coordinates_and_counts_nowhere()
    {
        await using var rig = await Rig.NewAsync(kafka);
        var first = Encoding.UTF8.GetString(Sample.Statement(1));
        var ofAnother = first.Replace("learner-1@", "learner-2@", StringComparison.Ordinal);
        var elsewhere = first.Replace("section-1", "section-2", StringComparison.Ordinal);
        var renamed = first.Replace("\"object\":{", "\"object\":{\"definition\":{\"name\":{\"en\":\"Section\"}},", StringComparison.Ordinal)
            .Replace(".000Z", "Z", StringComparison.Ordinal);
        await rig.ProduceAsync(new[] { first, ofAnother, renamed, $"[{Encoding.UTF8.GetString(Sample.Statement(2))},{elsewhere}]" }.Select(Encoding.UTF8.GetBytes), partition: 0);
        await using var worker = rig.Start();
        await rig.UntilAsync(async () => await rig.CountAsync("count()", "touches WHERE sign > 0") >= 2 && worker.Status.Accepted == 5, "five statements");
        await worker.StopAsync();
        await new MetricsRun(rig.Database, Options.Create(new MetricsOptions())).RunAsync();

        Assert.Equal(
            [new Conflict(Sample.Id(1), 1, 0, 0, 0), new Conflict(Sample.Id(1), 3, 1, 0, 0)],
            await rig.Database.ListAsync<Conflict>("""
                SELECT statement_id, kafka_offset, kafka_index, winner_kafka_offset, winner_kafka_index FROM conflicts FINAL
                WHERE kafka_topic = {topic:String} AND winner_kafka_topic = {topic:String} ORDER BY kafka_offset
                """, [("topic", rig.Topic)]));
        Assert.Equal(2, await rig.CountAsync("count()", "statements FINAL"));
        Assert.Equal(2, await rig.CountAsync("sum(statements)", "enrolments FINAL"));
    }
}
