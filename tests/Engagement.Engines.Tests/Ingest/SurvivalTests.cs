using Engagement.Embedded.Kafka;
using Engagement.Engines.Tests.Engines;
using Engagement.Ingest;

namespace Engagement.Engines.Tests.Ingest;

/// <summary>What a worker does with its offsets, seen at the set of statements. What breaks around it: <see cref="Faults.Fault"/>.</summary>
public class SurvivalTests(KafkaEngine kafka) : IClassFixture<KafkaEngine>
{
    private const int Count = 3000;

    [Fact]
    public async Task Stopped_in_the_middle_and_started_again_it_takes_each_statement_once()
    {
        await using var rig = await Rig.NewAsync(kafka);
        rig.Options.BatchRows = 100;
        var feeding = rig.ProduceAsync(Sample.Statements(0, Count));
        var taken = 0L;
        foreach (var until in new[] { 1, 800, 1600 })
        {
            var worker = rig.Start();
            await rig.UntilStatementsAsync(until);
            await worker.StopAsync();
            taken += worker.Status.Accepted;
        }
        await feeding;
        var last = rig.Start();
        await rig.UntilStatementsAsync(Count);
        await last.StopAsync();
        Assert.Equal(Count, await rig.CountAsync("count()", "statements FINAL"));
        Assert.Equal(Count, taken + last.Status.Accepted); // stopped in order: nothing was even read twice
        Assert.Equal(Count, rig.Committed());
    }

    [Fact]
    public async Task A_schema_that_does_not_fit_stops_the_worker_and_nothing_passes()
    {
        await using var rig = await Rig.NewAsync(kafka);
        await rig.ProduceAsync(Sample.Statements(0, 10));
        await using var faulty = await FaultyClickHouse.BeforeAsync(rig.Database);
        faulty.Faults.Enqueue((InsertFault)16); // NO_SUCH_COLUMN_IN_TABLE
        await using (var worker = rig.Start(faulty.Client))
        {
            var failure = await Assert.ThrowsAsync<IngestException>(() => worker.Task.WaitAsync(TimeSpan.FromSeconds(60)));
            Assert.Contains("engagement migrate", failure.Message, StringComparison.Ordinal);
        }
        Assert.Equal(0, rig.Committed());
        await using var next = Rig.Of(rig.Kafka.BootstrapServers, rig.Topic, rig.Kafka.GroupId, rig.Database);
        next.Start();
        await next.UntilStatementsAsync(10);
    }

    [Fact]
    public async Task Workers_that_join_and_leave_while_statements_flow_lose_nothing()
    {
        await using var rig = await Rig.NewAsync(kafka);
        rig.Options.BatchRows = 200;
        var first = rig.Start();
        var feeding = Task.Run(async () =>
        {
            for (var i = 0; i < 30; i++) await rig.ProduceAsync(Sample.Statements(i * 100, 100));
        });
        await rig.UntilStatementsAsync(200);
        var second = rig.Start();
        await rig.UntilAsync(() => Task.FromResult(second.Status.Partitions > 0 && first.Status.Partitions < 4), "a share for the second");
        await feeding;
        await rig.ProduceAsync(Sample.Statements(Count, Count));
        await first.StopAsync();
        await rig.UntilAsync(() => Task.FromResult(second.Status.Partitions == 4), "the second holding all");
        await rig.UntilStatementsAsync(2 * Count);
        await second.StopAsync();
        Assert.Equal(2 * Count, await rig.CountAsync("count()", "statements FINAL"));
        Assert.Equal(2 * Count, rig.Committed());
    }

    [Fact]
    public async Task Everything_delivered_again_gives_the_same_rows()
    {
        const string state = "SELECT sum(cityHash64(* EXCEPT (stored_at))) FROM statements FINAL";
        await using var rig = await Rig.NewAsync(kafka);
        await rig.ProduceAsync(Sample.Statements(0, Count).Append("no"u8.ToArray()));
        await rig.Start().StopAfterAsync(() => rig.UntilStatementsAsync(Count));
        var before = await rig.Database.ScalarAsync(state);

        await using var again = Rig.Of(rig.Kafka.BootstrapServers, rig.Topic, kafka.NewGroup(), rig.Database);
        var worker = again.Start();
        await worker.StopAfterAsync(() => again.UntilAsync(() => Task.FromResult(worker.Status.Accepted == Count), "all of them again"));
        Assert.Equal(before, await rig.Database.ScalarAsync(state));
        Assert.Equal(1, await rig.CountAsync("count()", "rejected_events FINAL"));
    }

    [Fact]
    public async Task A_broker_that_lost_everything_gives_other_data_the_same_offsets_and_none_is_taken_for_known()
    {
        using var database = await ClickHouseEngine.NewDatabaseAsync();
        foreach (var life in Enumerable.Range(0, 2))
        {
            using var broker = new KafkaBroker(rebalanceDelay: TimeSpan.FromMilliseconds(50));
            broker.CreateTopic("events", 1);
            broker.CreateTopic("events.rejected", 1);
            await using var rig = Rig.Of(broker.BootstrapServers, "events", "group", database);
            rig.Options.BatchAge = TimeSpan.FromSeconds(5); // the whole life is one batch: the same range both times
            await rig.ProduceAsync(Sample.Statements(life * Count, Count));
            await rig.Start().StopAfterAsync(() => rig.UntilStatementsAsync((life + 1) * Count));
        }
        Assert.Equal("2", await database.ScalarAsync("SELECT max(n) FROM (SELECT kafka_offset, count() AS n FROM statements GROUP BY kafka_offset)"));
    }

    [Fact]
    public async Task A_dead_letter_topic_that_refuses_holds_the_offsets_till_it_takes_them()
    {
        using var broker = new KafkaBroker(rebalanceDelay: TimeSpan.FromMilliseconds(50));
        broker.CreateTopic("events", 4);
        broker.CreateTopic("events.rejected", 4);
        await using var rig = Rig.Of(broker.BootstrapServers, "events", "group", await ClickHouseEngine.NewDatabaseAsync());
        await rig.ProduceAsync(Sample.Statements(0, 10), partition: 0);
        await rig.ProduceAsync(["no"u8.ToArray()], partition: 0);
        broker.SetTopicError("events.rejected", Confluent.Kafka.ErrorCode.TopicAuthorizationFailed);
        var worker = rig.Start();
        await rig.UntilAsync(() => Task.FromResult(worker.Status.Failing.ContainsKey("events.rejected")), "the refusal");
        Assert.True(rig.Committed() <= 10); // the good ones before it may have passed
        Assert.Equal(0, await rig.CountAsync("count()", "rejected_events"));
        broker.SetTopicError("events.rejected", Confluent.Kafka.ErrorCode.NoError);
        await rig.UntilAsync(async () => await rig.CountAsync("count()", "rejected_events") == 1, "the rejection");
        await worker.StopAsync();
        Assert.Equal(11, rig.Committed());
        Assert.Empty(worker.Status.Failing);
    }
}
