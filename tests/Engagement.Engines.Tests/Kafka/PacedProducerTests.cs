using System.Text;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Engagement.Embedded.Kafka;
using Engagement.Engines.Tests.Engines;
using Engagement.Kafka;
using Engagement.Kafka.Feeding;
using Engagement.Kafka.Files;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Engines.Tests.Kafka;

public sealed class PacedProducerTests(KafkaEngine kafka) : IClassFixture<KafkaEngine>
{
    private const int LineBytes = 20_000;
    private const int TwentyTimesKept = 20 * KafkaBrokerLimits.PartitionBytes / LineBytes;

    [Fact]
    public async Task A_file_twenty_times_larger_than_the_broker_holds_arrives_whole_at_a_slow_worker()
    {
        var (topic, options) = New(partitions: 1);
        var file = await WriteAsync(TwentyTimesKept);
        await using var worker = new GroupMember(kafka.BootstrapServers, topic, options.GroupId, commitEvery: TimeSpan.FromMilliseconds(300));
        using var producer = await ConnectAsync(options, topic);

        var result = await producer.FeedAsync(new StatementFiles([file]).ReadAsync()).InTime();
        await producer.WaitUntilConsumedAsync().InTime();

        Assert.Equal((TwentyTimesKept, 0L), (result.Acknowledged, result.FaultCount));
        Assert.Equal(await LinesAsync(file), worker.Received.Order());
        Assert.True(await EarliestAsync(topic) > TwentyTimesKept / 2, "the broker dropped what was read, or the test shows nothing");
    }

    [Fact]
    public async Task A_worker_that_dies_uncommitted_costs_no_statement()
    {
        var (topic, options) = New(partitions: 2);
        var file = await WriteAsync(TwentyTimesKept);
        var never = TimeSpan.FromHours(1);
        var doomed = new GroupMember(kafka.BootstrapServers, topic, options.GroupId, commitEvery: never, session: TimeSpan.FromSeconds(2));
        using var producer = await ConnectAsync(options, topic);
        var progress = new LastProgress();

        var feed = producer.FeedAsync(new StatementFiles([file]).ReadAsync(), progress);
        await Until.TrueAsync(() => progress.Last.State == FeedState.WaitingForWorker, "the producer waits for a commit");
        await Until.TrueAsync(() => doomed.Received.Count > 100, "the worker has read much");
        await doomed.DieAsync();
        Assert.Equal(0, progress.Last.Consumed);
        await using var heir = new GroupMember(kafka.BootstrapServers, topic, options.GroupId);
        await feed.InTime();
        await producer.WaitUntilConsumedAsync(progress).InTime();

        Assert.Equal(await LinesAsync(file), heir.Received.Order());
        Assert.Equal(new FeedProgress(FeedState.Done, TwentyTimesKept, TwentyTimesKept, TwentyTimesKept, 0), progress.Last);
    }

    [Fact]
    public async Task Without_a_worker_it_sends_what_the_broker_keeps_and_waits()
    {
        var (topic, options) = New(partitions: 1);
        using var producer = await ConnectAsync(options, topic);
        using var cancel = new CancellationTokenSource();
        var progress = new LastProgress();

        var feed = producer.FeedAsync(Numbered(TwentyTimesKept, LineBytes), progress, cancel.Token);
        await Until.TrueAsync(() => progress.Last is { State: FeedState.WaitingForWorker } p && p.Acknowledged == p.Sent, "it waits");
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => feed);
        Assert.InRange(progress.Last.Sent * (LineBytes + 100), KafkaBrokerLimits.PartitionBytes * 9L / 10, KafkaBrokerLimits.PartitionBytes);
        Assert.Equal(0, await EarliestAsync(topic));
    }

    [Fact]
    public async Task What_was_there_before_is_waited_for_too()
    {
        var (topic, options) = New(partitions: 1);
        using (var earlier = await ConnectAsync(options, topic)) await earlier.FeedAsync(Numbered(200, LineBytes)).InTime();
        using var producer = await ConnectAsync(options, topic);
        var progress = new LastProgress();

        var feed = producer.FeedAsync(Numbered(200, LineBytes), progress);
        await Until.TrueAsync(() => progress.Last.State == FeedState.WaitingForWorker, "it waits");
        Assert.Equal(0, progress.Last.Sent);
        await using var worker = new GroupMember(kafka.BootstrapServers, topic, options.GroupId);
        await feed.InTime();
        await producer.WaitUntilConsumedAsync().InTime();

        Assert.Equal(400, worker.Received.Count);
    }

    [Fact]
    public async Task A_message_larger_than_the_broker_keeps_goes_alone_and_its_neighbours_stay()
    {
        var (topic, options) = New(partitions: 1);
        await using var worker = new GroupMember(kafka.BootstrapServers, topic, options.GroupId);
        using var producer = await ConnectAsync(options, topic);
        var (big, half) = (Noise(8 * 1024 * 1024), Noise(3 * 1024 * 1024));
        string[] values = ["a", "b", big, "c", big, big, half, half, "d"];

        await producer.FeedAsync(values.Select(Message)).InTime();
        await producer.WaitUntilConsumedAsync().InTime();

        Assert.Equal(values.Order(StringComparer.Ordinal), worker.Received.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Messages_that_cannot_be_sent_are_named_and_the_rest_goes_on()
    {
        var (topic, options) = New(partitions: 1);
        options.Client["message.max.bytes"] = "100000";
        using var producer = await ConnectAsync(options, topic);

        var result = await producer.FeedAsync([
            Message("a"),
            Message(new string('x', 200_000)) with { Origin = new("f.jsonl", 2, IsLine: true) },
            new FeedMessage([], [], new("f.jsonl", 3, IsLine: true), "too long"),
            Message("b"),
        ]).InTime();

        Assert.Equal(2, result.Acknowledged);
        Assert.Equal(["f.jsonl, line 3: too long", "f.jsonl, line 2: Kafka did not take it: its 200,000 bytes are more than the broker takes"],
            result.Faults.Select(f => f.ToString()).OrderDescending());
    }

    [Fact]
    public async Task A_message_the_broker_refuses_is_a_fault()
    {
        using var broker = new KafkaBroker();
        broker.CreateTopic("t", 1);
        broker.PushRequestErrors(KafkaRequest.Produce, ErrorCode.MsgSizeTooLarge);
        using var producer = await ConnectAsync(new() { BootstrapServers = broker.BootstrapServers }, "t");

        var refused = await producer.FeedAsync([Message("a")]).InTime();
        var taken = await producer.FeedAsync([Message("b")]).InTime();

        Assert.Equal((0L, 1L), (refused.Acknowledged, refused.FaultCount));
        Assert.Equal((1L, 1L), (taken.Acknowledged, taken.FaultCount));
    }

    [Fact]
    public async Task An_outage_of_the_broker_is_waited_out()
    {
        using var broker = new KafkaBroker();
        broker.CreateTopic("t", 2);
        var options = new KafkaOptions { BootstrapServers = broker.BootstrapServers, Client = { ["reconnect.backoff.max.ms"] = "200" } };
        await using var worker = new GroupMember(broker.BootstrapServers, "t", options.GroupId);
        using var producer = await ConnectAsync(options, "t");
        var progress = new LastProgress();

        var feed = producer.FeedAsync(Numbered(2_000, LineBytes), progress);
        await Until.TrueAsync(() => progress.Last.Acknowledged > 0, "something was sent");
        broker.BrokerDown();
        await Until.TrueAsync(() => progress.Last.State == FeedState.WaitingForKafka, "it says that Kafka is away");
        broker.BrokerUp();
        var result = await feed.InTime();
        await producer.WaitUntilConsumedAsync().InTime();

        Assert.Equal((2_000L, 0L), (result.Acknowledged, result.FaultCount));
        Assert.Equal(2_000, worker.Received.Distinct().Count());
    }

    [Fact]
    public async Task Statements_dropped_before_they_were_processed_are_an_error()
    {
        var (topic, options) = New(partitions: 1);
        using var producer = await ConnectAsync(options, topic);
        await producer.FeedAsync([Message("a"), Message("b")]).InTime();
        kafka.DeleteRecords(topic, 0, before: 1);

        var lost = await Assert.ThrowsAsync<StatementsLostException>(() => producer.WaitUntilConsumedAsync());

        Assert.Contains("dropped 1 messages", lost.Message);
    }

    [Fact]
    public async Task A_key_goes_to_the_partition_every_Kafka_client_would_choose()
    {
        var (topic, options) = New(partitions: 13);
        using var producer = await ConnectAsync(options, topic);
        using var other = new ProducerBuilder<string, string>(new ProducerConfig { BootstrapServers = kafka.BootstrapServers, Partitioner = Partitioner.Murmur2 }).Build();
        var keys = Enumerable.Range(1, 200).Select(i => new string('k', i % 9) + i).ToArray();

        await producer.FeedAsync(keys.Select(key => new FeedMessage(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(key)))).InTime();

        var theirs = new Dictionary<string, int>();
        foreach (var key in keys) theirs[key] = (await other.ProduceAsync(topic, new() { Key = key, Value = "" })).Partition.Value;
        Assert.Equal(theirs, await PartitionsAsync(topic, keys.Length));
    }

    [Fact]
    public async Task An_unknown_address_is_said_plainly()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMinutes(1));

        var error = await Assert.ThrowsAsync<KafkaException>(() => PacedProducer.ConnectAsync(
            new() { BootstrapServers = "127.0.0.1:1" }, "t", NullLogger.Instance, TimeProvider.System, cancel.Token));

        Assert.Contains("Kafka at 127.0.0.1:1 can't take t", error.Message);
        Assert.Contains("Kafka__BootstrapServers", error.Message);
    }

    private (string Topic, KafkaOptions Options) New(int partitions) =>
        (kafka.NewTopic(partitions), new() { BootstrapServers = kafka.BootstrapServers, GroupId = kafka.NewGroup() });

    private static Task<PacedProducer> ConnectAsync(KafkaOptions options, string topic) =>
        PacedProducer.ConnectAsync(options, topic, NullLogger.Instance, TimeProvider.System);

    private static string Noise(int characters) => new Random(characters).GetHexString(characters);

    private static FeedMessage Message(string value) => new([], Encoding.UTF8.GetBytes(value));

    // Hexadecimal noise: hardly smaller when compressed, so that the broker's limit is met by its own count of bytes.
    private static IEnumerable<FeedMessage> Numbered(int count, int bytes)
    {
        var random = new Random(count);
        for (var i = 0; i < count; i++)
            yield return Message($"{i:D8}" + random.GetHexString(bytes - 8));
    }

    private static async Task<string> WriteAsync(int lines)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("engagement-test-").FullName, "lines.jsonl");
        await using var file = File.Create(path);
        foreach (var message in Numbered(lines, LineBytes))
        {
            await file.WriteAsync(message.Value);
            file.WriteByte((byte)'\n');
        }
        return path;
    }

    private static async Task<IEnumerable<string>> LinesAsync(string file)
    {
        var lines = await File.ReadAllLinesAsync(file);
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
        return lines.Order();
    }

    private async Task<long> EarliestAsync(string topic)
    {
        using var admin = new AdminClientBuilder(new AdminClientConfig { BootstrapServers = kafka.BootstrapServers }).Build();
        var answer = await admin.ListOffsetsAsync([new() { TopicPartition = new(topic, 0), OffsetSpec = OffsetSpec.Earliest() }]);
        return answer.ResultInfos[0].TopicPartitionOffsetError.Offset.Value;
    }

    private async Task<Dictionary<string, int>> PartitionsAsync(string topic, int messages)
    {
        using var consumer = new ConsumerBuilder<string, string>(new ConsumerConfig
        {
            BootstrapServers = kafka.BootstrapServers,
            GroupId = kafka.NewGroup(),
            AutoOffsetReset = AutoOffsetReset.Earliest,
        }).Build();
        consumer.Subscribe(topic);
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var found = new Dictionary<string, int>();
        while (found.Count < messages)
        {
            var result = await Task.Run(() => consumer.Consume(deadline.Token));
            if (result.Message.Value.Length > 0) found[result.Message.Key] = result.Partition.Value;
        }
        return found;
    }

    private sealed class LastProgress : IProgress<FeedProgress>
    {
        private volatile object _last = default(FeedProgress);

        public FeedProgress Last => (FeedProgress)_last;

        public void Report(FeedProgress value) => _last = value;
    }
}
