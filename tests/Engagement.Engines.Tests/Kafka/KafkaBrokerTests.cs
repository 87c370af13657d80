using System.Text;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Engagement.Embedded.Kafka;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Kafka;

public sealed class KafkaBrokerTests(KafkaEngine kafka) : IClassFixture<KafkaEngine>
{
    [Fact]
    public async Task A_foreign_client_produces_and_consumes()
    {
        var topic = kafka.NewTopic(partitions: 3);
        var lines = Enumerable.Range(0, 500).Select(i => $"learner-{i % 20}\t{{\"n\":{i}}}").ToArray();

        await Kcat.RunAsync($"-P -b {kafka.BootstrapServers} -t {topic} -K \\t -z lz4", string.Join("\n", lines) + "\n");
        var read = await Kcat.RunAsync($"-C -b {kafka.BootstrapServers} -t {topic} -K \\t -o beginning -e -q", "");

        Assert.Equal(lines.Order(), read.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order());
    }

    // Two builds in one process would be two sets of settings and logs, and one may lack what the other has.
    [Fact]
    public void The_broker_is_made_of_the_same_librdkafka_as_the_clients()
    {
        using var client = Admin();
        client.GetMetadata(TimeSpan.FromSeconds(10));

        var mapped = File.ReadLines("/proc/self/maps").Where(line => line.Contains("rdkafka", StringComparison.Ordinal) && line.EndsWith(".so", StringComparison.Ordinal))
            .Select(line => line[line.IndexOf('/', StringComparison.Ordinal)..]);

        Assert.Single(mapped.Distinct());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task A_topic_has_the_partitions_it_was_made_with(int partitions)
    {
        var topic = kafka.NewTopic(partitions);
        using var admin = Admin();

        var described = await admin.DescribeTopicsAsync(TopicCollection.OfTopicNames([topic]), new DescribeTopicsOptions());

        Assert.Equal(partitions, described.TopicDescriptions[0].Partitions.Count);
    }

    [Fact]
    public async Task A_second_member_takes_over_a_share_and_nothing_is_read_twice_or_missed()
    {
        // A machine that is busy for a second during a rebalance has a living member taken for dead: that trial says nothing.
        for (var trial = 1; !await SharesAsync(); trial++) Assert.True(trial < 5, "A member was taken for dead in each of five trials");
    }

    // False: a member was taken for dead.
    private async Task<bool> SharesAsync()
    {
        var (topic, group) = (kafka.NewTopic(partitions: 4), kafka.NewGroup());
        await using var first = new GroupMember(kafka.BootstrapServers, topic, group);
        await Until.TrueAsync(() => first.Assignment.Count == 4, "the first member has all partitions");
        await ProduceAsync(topic, 0, 400);
        await Until.TrueAsync(() => first.Received.Count == 400, "the first member read everything");

        await using var second = new GroupMember(kafka.BootstrapServers, topic, group);
        await Until.TrueAsync(() => first.WasTakenForDead || (first.Assignment.Count == 2 && second.Assignment.Count == 2), "each has its share");
        await ProduceAsync(topic, 400, 400);

        await Until.TrueAsync(() => first.Received.Count + second.Received.Count >= 800, "both read the rest");
        if (first.WasTakenForDead || second.WasTakenForDead) return false;
        Assert.NotEmpty(second.Received);
        Assert.Equal(Enumerable.Range(0, 800), first.Received.Concat(second.Received).Select(int.Parse).Order());
        return true;
    }

    [Fact]
    public async Task Keeps_no_more_of_a_partition_than_its_limit_says()
    {
        var topic = kafka.NewTopic(partitions: 1);
        const int messageBytes = 128 * 1024;
        var produced = KafkaBrokerLimits.PartitionBytes / messageBytes * 3;
        await ProduceAsync(topic, produced, _ => Random.Shared.GetItems("0123456789abcdef"u8, messageBytes));
        using var admin = Admin();

        var earliest = await EarliestAsync(admin, topic);

        var kept = (produced - earliest) * messageBytes;
        // A message more or less, as batches fall.
        Assert.InRange(kept, KafkaBrokerLimits.PartitionBytes - 1024 * 1024 - messageBytes, KafkaBrokerLimits.PartitionBytes + messageBytes);
    }

    [Fact]
    public async Task Drops_what_a_client_asks_it_to()
    {
        var topic = kafka.NewTopic(partitions: 1);
        await ProduceAsync(topic, 0, 10);
        using var client = new ConsumerBuilder<Ignore, Ignore>(
            new ConsumerConfig { BootstrapServers = kafka.BootstrapServers, GroupId = RecordDeletion.Group }).Build();

        client.Commit([new TopicPartitionOffset(topic, 0, 10)]);

        await Until.TrueAsync(() => client.QueryWatermarkOffsets(new(topic, 0), TimeSpan.FromSeconds(5)).Low == 10, "it is dropped");
    }

    [Fact]
    public async Task Comes_back_after_an_outage_with_its_data()
    {
        using var broker = new KafkaBroker();
        broker.CreateTopic("t", 1);
        using var producer = new ProducerBuilder<Null, string>(new ProducerConfig { BootstrapServers = broker.BootstrapServers, ReconnectBackoffMaxMs = 100 }).Build();
        await producer.ProduceAsync("t", new() { Value = "before" });

        broker.BrokerDown();
        var during = producer.ProduceAsync("t", new() { Value = "during" });
        broker.BrokerUp();

        Assert.Equal(1, (await during.WaitAsync(TimeSpan.FromSeconds(20))).Offset.Value);
    }

    [Fact]
    public async Task Fails_a_request_as_it_was_told()
    {
        using var broker = new KafkaBroker();
        broker.CreateTopic("t", 1);
        broker.PushRequestErrors(KafkaRequest.Produce, ErrorCode.MsgSizeTooLarge);
        using var producer = new ProducerBuilder<Null, string>(new ProducerConfig { BootstrapServers = broker.BootstrapServers }).Build();

        var refused = await Assert.ThrowsAsync<ProduceException<Null, string>>(() => producer.ProduceAsync("t", new() { Value = "1" }));
        var taken = await producer.ProduceAsync("t", new() { Value = "2" });

        Assert.Equal(ErrorCode.MsgSizeTooLarge, refused.Error.Code);
        Assert.Equal(0, taken.Offset.Value);
    }

    [Fact]
    public void Two_brokers_of_one_process_are_two()
    {
        using var one = new KafkaBroker();
        using var other = new KafkaBroker();

        Assert.NotEqual(one.BootstrapServers, other.BootstrapServers);
        one.CreateTopic("same", 1);
        other.CreateTopic("same", 1);
        Assert.Throws<KafkaException>(() => one.CreateTopic("same", 1));
    }

    private IAdminClient Admin() => new AdminClientBuilder(new AdminClientConfig { BootstrapServers = kafka.BootstrapServers }).Build();

    private static async Task<long> EarliestAsync(IAdminClient admin, string topic)
    {
        var answer = await admin.ListOffsetsAsync([new() { TopicPartition = new(topic, 0), OffsetSpec = OffsetSpec.Earliest() }]);
        return answer.ResultInfos[0].TopicPartitionOffsetError.Offset.Value;
    }

    private Task ProduceAsync(string topic, int first, int count) =>
        ProduceAsync(topic, count, i => Encoding.UTF8.GetBytes($"{first + i}"));

    private async Task ProduceAsync(string topic, int count, Func<int, byte[]> value)
    {
        using var producer = new ProducerBuilder<byte[], byte[]>(new ProducerConfig
        {
            BootstrapServers = kafka.BootstrapServers,
            CompressionType = CompressionType.Lz4,
            MessageMaxBytes = 64 * 1024 * 1024,
            EnableIdempotence = true,
        }).Build();
        var sent = Enumerable.Range(0, count)
            .Select(i => producer.ProduceAsync(topic, new() { Key = BitConverter.GetBytes(i), Value = value(i) })).ToArray();
        await Task.WhenAll(sent);
    }
}
