using Engagement.Embedded.Kafka;
using Engagement.Engines.Tests.Engines;
using Engagement.Ingest;
using Engagement.Ingest.Watching;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Engagement.Engines.Tests.Ingest.Watching;

/// <summary>A stuck worker is told from an idle one.</summary>
public class IngestHealthTests(KafkaEngine kafka) : IClassFixture<KafkaEngine>
{
    private const HealthStatus Healthy = HealthStatus.Healthy, Unhealthy = HealthStatus.Unhealthy;

    [Fact]
    public async Task Idle_worker_is_live_and_ready_for_as_long_as_it_likes()
    {
        await using var rig = await Rig.NewAsync(kafka);
        rig.Options.StuckAfter = TimeSpan.FromSeconds(1);
        await using var worker = rig.Start();
        var health = new Health(worker.Status, rig.Options);
        await rig.UntilAsync(async () => (await health.ReadyAsync()).Status == Healthy, "readiness");
        await rig.UntilAsync(() => Task.FromResult(worker.Status.SinceProgress > TimeSpan.FromSeconds(2)), "idleness");
        Assert.Equal(Healthy, (await health.LiveAsync()).Status);
        Assert.Equal("Holds 4 partitions.", (await health.ReadyAsync()).Description);

        // Work after a long silence is not stuck at once.
        await rig.ProduceAsync(Sample.Statements(0, 10));
        await rig.UntilStatementsAsync(10);
        Assert.Equal(Healthy, (await health.LiveAsync()).Status);
    }

    [Fact]
    public async Task Second_worker_of_one_partition_is_idle_by_design_and_ready()
    {
        await using var rig = await Rig.NewAsync(kafka, partitions: 1);
        await using var first = rig.Start();
        await using var second = rig.Start();
        await rig.UntilAsync(async () => (await new Health(first.Status, rig.Options).ReadyAsync()).Status == Healthy
            && (await new Health(second.Status, rig.Options).ReadyAsync()).Status == Healthy
            && first.Status.Partitions + second.Status.Partitions == 1, "both are ready, one of them without a partition");
    }

    [Fact]
    public async Task Flush_that_hangs_is_not_live_after_the_limit_and_live_again_when_it_is_done()
    {
        await using var rig = await Rig.NewAsync(kafka);
        await using var faulty = await FaultyClickHouse.BeforeAsync(rig.Database);
        rig.Options.StuckAfter = TimeSpan.FromHours(1);
        faulty.Always = InsertFault.Held;
        await using var worker = rig.Start(faulty.Client);
        var health = new Health(worker.Status, rig.Options);
        await rig.ProduceAsync(Sample.Statements(0, 10));
        await rig.UntilAsync(() => Task.FromResult(faulty.Held > 0), "a held insert");
        Assert.Equal(Healthy, (await health.LiveAsync()).Status);

        rig.Options.StuckAfter = TimeSpan.FromSeconds(1);
        await rig.UntilAsync(async () => (await health.LiveAsync()).Status == Unhealthy, "it is stuck");
        await rig.UntilAsync(() => Task.FromResult(worker.Status.SinceTurn < TimeSpan.FromSeconds(1)), "a turn: the loop does not hang");
        Assert.Contains("nothing of it became durable", (await health.ReadyAsync()).Description, StringComparison.Ordinal);
        await rig.UntilAsync(() => Task.FromResult(worker.Status.OldestUnflushed > rig.Options.StuckAfter), "the age to be seen, though the batch is sealed");

        rig.Options.StuckAfter = TimeSpan.FromHours(1);
        faulty.Always = null;
        faulty.Release();
        await rig.UntilStatementsAsync(10);
        await rig.UntilAsync(async () => (await health.LiveAsync()).Status == Healthy && (await health.ReadyAsync()).Status == Healthy, "recovery");
    }

    [Fact]
    public async Task Refused_write_is_not_ready_at_once_with_the_reason()
    {
        await using var rig = await Rig.NewAsync(kafka);
        await using var faulty = await FaultyClickHouse.BeforeAsync(rig.Database);
        faulty.Always = InsertFault.TooManyParts;
        await using var worker = rig.Start(faulty.Client);
        var health = new Health(worker.Status, rig.Options);
        await rig.ProduceAsync(Sample.Statements(0, 10));
        await rig.UntilAsync(async () => (await health.ReadyAsync()).Description?.StartsWith("Can't write to statements, and tries again: Code: 252", StringComparison.Ordinal) == true, "the reason");
        Assert.Equal(Healthy, (await health.LiveAsync()).Status);
        faulty.Always = null;
        await rig.UntilAsync(async () => (await health.ReadyAsync()).Status == Healthy, "recovery");
    }

    [Fact]
    public async Task Broker_that_is_down_is_not_ready_with_the_reason_till_it_is_back()
    {
        using var broker = new KafkaBroker(rebalanceDelay: TimeSpan.FromMilliseconds(50));
        broker.CreateTopic("topic", 4);
        broker.CreateTopic("topic.rejected", 4);
        await using var rig = Rig.Of(broker.BootstrapServers, "topic", "group", await ClickHouseEngine.NewDatabaseAsync());
        await using var worker = rig.Start();
        var health = new Health(worker.Status, rig.Options);
        await rig.UntilAsync(async () => (await health.ReadyAsync()).Status == Healthy, "readiness");

        broker.BrokerDown();
        await rig.UntilAsync(async () => (await health.ReadyAsync()).Description?.StartsWith("No Kafka broker answers: ", StringComparison.Ordinal) == true, "the reason");
        Assert.Equal(Healthy, (await health.LiveAsync()).Status);

        broker.BrokerUp();
        await rig.UntilAsync(async () => (await health.ReadyAsync()).Status == Healthy, "recovery");
    }

    [Fact]
    public async Task What_an_operator_asks_first_is_in_the_answer()
    {
        await using var rig = await Rig.NewAsync(kafka);
        await rig.ProduceAsync(["no"u8.ToArray(), null, Sample.Statement(1)], partition: 0);
        await using var worker = rig.Start();
        await rig.UntilAsync(() => Task.FromResult(worker.Status.Messages == 3 && worker.Status.Lag == 0), "all three");
        var data = (await new Health(worker.Status, rig.Options).ReadyAsync()).Data;
        Assert.Equal(0L, data["lag_messages"]);
        Assert.Equal(1L, data["statements"]);
        Assert.InRange((long)data["batches"], 1, 3);
        Assert.Equal([KeyValuePair.Create("json", 1L)], (IReadOnlyDictionary<string, long>)data["rejected_by_rule"]);
        Assert.Equal([KeyValuePair.Create("tombstone", 1L)], (IReadOnlyDictionary<string, long>)data["ignored_by_rule"]);
    }

    private sealed class Health(IngestStatus status, IngestOptions options)
    {
        private readonly IngestLiveness _live = new(status, options);

        public Task<HealthCheckResult> LiveAsync() => _live.CheckHealthAsync(new HealthCheckContext());

        public Task<HealthCheckResult> ReadyAsync() => new IngestReadiness(status, _live).CheckHealthAsync(new HealthCheckContext());
    }
}
