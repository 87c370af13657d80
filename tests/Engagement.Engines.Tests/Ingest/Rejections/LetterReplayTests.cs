using System.Text;
using Confluent.Kafka;
using Engagement.Engines.Tests.Engines;
using Engagement.Ingest.Rejections;
using Engagement.Kafka.Feeding;
using Engagement.Statements;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Engines.Tests.Ingest.Rejections;

public class LetterReplayTests(KafkaEngine kafka) : IClassFixture<KafkaEngine>
{
    private const string Untimed = """{"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"x:v"},"object":{"id":"https://lms.example.org/o"}}""";
    private const string NoScheme = """{"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"v"},"object":{"id":"https://lms.example.org/o"},"timestamp":"2026-03-01T10:00:00Z"}""";

    [Fact]
    public async Task What_is_taken_now_is_sent_once_with_its_key_and_the_rest_is_told()
    {
        await using var rig = await RejectedAsync(Untimed, NoScheme, Untimed.Replace("/o\"", "/p\"", StringComparison.Ordinal));
        rig.Reading = new ReadingOptions();
        await using var worker = rig.Start();

        var result = await ReplayAsync(rig);
        Assert.Equal((2, 0, 0, 0), (result.Sent, result.Gone, result.Cut, result.Ignored));
        Assert.Equal([(1, Rules.Iri, "$.verb.id")], result.Refused.Select(r => ((int)r.Count, r.Example.Rule, r.Example.Path)));
        await rig.UntilStatementsAsync(2);
        Assert.Equal(["learner-0", "learner-2"], Keys(rig, 5).Skip(3).Order());

        var again = await ReplayAsync(rig);
        Assert.Equal(0, again.Sent);
        Assert.Equal(1, again.Refused.Sum(r => r.Count));
        var groups = await new RejectionStore(rig.Database).GroupsAsync(default, CancellationToken.None);
        Assert.Equal([(Rules.Required, 2, 2), (Rules.Iri, 1, 0)], groups.Select(g => (g.Rule, (int)g.Count, (int)g.Replayed)));
    }

    [Fact]
    public async Task Filters_choose_the_letters()
    {
        await using var rig = await RejectedAsync(Untimed, NoScheme);
        rig.Reading = new ReadingOptions();
        await using var worker = rig.Start();
        Assert.Equal(0, (await ReplayAsync(rig, new RejectionFilter(Since: TimeProvider.System.GetUtcNow().AddHours(1)))).Sent);
        Assert.Empty((await ReplayAsync(rig, new RejectionFilter(Rule: Rules.Required))).Refused);
        Assert.Equal(1, (await ReplayAsync(rig, new RejectionFilter(Rule: Rules.Iri))).Refused.Single().Count);
        await rig.UntilStatementsAsync(1);
    }

    [Fact]
    public async Task Letters_that_are_gone_cut_or_replaced_are_told_and_not_sent()
    {
        await using var rig = await RejectedAsync(Untimed, Untimed.Replace("/o\"", "/p\"", StringComparison.Ordinal));
        rig.Reading = new ReadingOptions();
        await using var worker = rig.Start();
        var cut = await ProduceCutAsync(rig);
        await rig.Database.ExecuteAsync("""
            INSERT INTO rejected_events SELECT * REPLACE (100 AS kafka_offset, {letter:Int64} AS dead_letter_offset) FROM rejected_events LIMIT 1
            """, [("letter", cut)]);
        await rig.Database.ExecuteAsync("""
            INSERT INTO rejected_events SELECT * REPLACE (101 AS kafka_offset, unhex('00112233445566778899aabbccddeeff') AS content_hash, 1 AS dead_letter_offset)
            FROM rejected_events LIMIT 1
            """);
        await rig.Database.ExecuteAsync("INSERT INTO rejected_events SELECT * REPLACE (102 AS kafka_offset, 1000 AS dead_letter_offset) FROM rejected_events LIMIT 1");
        kafka.DeleteRecords(rig.Topic + ".rejected", 0, before: 1);

        var result = await ReplayAsync(rig);
        Assert.Equal((1, 3, 1), (result.Sent, result.Gone, result.Cut));
    }

    [Fact]
    public async Task Mended_messages_are_sent_and_what_is_still_wrong_is_named()
    {
        await using var rig = await RejectedAsync(NoScheme);
        rig.Reading = new ReadingOptions();
        await using var worker = rig.Start();
        using var letters = new LetterBox(rig.Kafka);
        using var producer = await ConnectAsync(rig);
        var told = new List<string>();
        FeedMessage[] messages =
        [
            new([], Encoding.UTF8.GetBytes(NoScheme.Replace("\"v\"", "\"x:v\"", StringComparison.Ordinal)), new FeedOrigin("f", 1, IsLine: true)),
            new([], Encoding.UTF8.GetBytes(NoScheme), new FeedOrigin("f", 2, IsLine: true)),
            new([], Encoding.UTF8.GetBytes(Sample.UnusedEvent), new FeedOrigin("f", 3, IsLine: true)),
        ];
        var result = await Replay(rig, letters, producer).RunAsync(
            messages.ToAsyncEnumerable(), (origin, why) => told.Add($"{origin}: {why.Rule}"), CancellationToken.None);
        Assert.Equal((1, 1, 1), (result.Sent, result.Ignored, result.Refused.Sum(r => r.Count)));
        Assert.Equal(["f, line 2: iri"], told);
        await rig.UntilStatementsAsync(1);
    }

    /// <summary>A rig whose worker refused all of them, in this order, on partition 0, and has stopped.</summary>
    private async Task<Rig> RejectedAsync(params string[] statements)
    {
        var rig = await Rig.NewAsync(kafka);
        rig.Reading = new ReadingOptions { AllowMissingTimestamp = false };
        await rig.ProduceAsync(statements.Select(Encoding.UTF8.GetBytes), partition: 0);
        var strict = rig.Start();
        await rig.UntilAsync(async () => await rig.CountAsync("count()", "rejected_events FINAL WHERE emitter = 'lms.example.org'") == statements.Length, "the refusals");
        await strict.StopAsync();
        return rig;
    }

    private static async Task<ReplayResult> ReplayAsync(Rig rig, RejectionFilter filter = default)
    {
        using var letters = new LetterBox(rig.Kafka);
        using var producer = await ConnectAsync(rig);
        return await Replay(rig, letters, producer).RunAsync(rig.Topic, filter, CancellationToken.None).InTime();
    }

    private static LetterReplay Replay(Rig rig, LetterBox letters, PacedProducer producer) => new(
        new RejectionStore(rig.Database), letters, producer, new Judge(rig.Reading, rig.Options.MaxMessageBytes, TimeProvider.System));

    private static Task<PacedProducer> ConnectAsync(Rig rig) =>
        PacedProducer.ConnectAsync(rig.Kafka, rig.Topic, NullLogger.Instance, TimeProvider.System);

    private static async Task<long> ProduceCutAsync(Rig rig)
    {
        using var producer = new ProducerBuilder<Null, byte[]>(new ProducerConfig { BootstrapServers = rig.Kafka.BootstrapServers }).Build();
        var letter = new Message<Null, byte[]> { Value = [1], Headers = new Headers { { "engagement-full-length", "70000000"u8.ToArray() } } };
        return (await producer.ProduceAsync(new TopicPartition(rig.Topic + ".rejected", 0), letter)).Offset.Value;
    }

    private static List<string> Keys(Rig rig, int count)
    {
        using var consumer = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig
        {
            BootstrapServers = rig.Kafka.BootstrapServers, GroupId = rig.Kafka.GroupId + "-keys", AutoOffsetReset = AutoOffsetReset.Earliest,
        }).Build();
        consumer.Assign(Enumerable.Range(0, 4).Select(p => new TopicPartitionOffset(rig.Topic, p, Offset.Beginning)));
        var found = new List<ConsumeResult<byte[], byte[]>>();
        while (found.Count < count && consumer.Consume(TimeSpan.FromSeconds(20)) is { } message) found.Add(message);
        return [.. found.OrderBy(m => m.Message.Timestamp.UnixTimestampMs).Select(m => Encoding.UTF8.GetString(m.Message.Key))];
    }
}
