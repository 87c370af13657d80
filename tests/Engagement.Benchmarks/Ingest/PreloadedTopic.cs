using Confluent.Kafka;
using Engagement.Benchmarks.Reader;
using Engagement.Embedded.Kafka;
using Engagement.Kafka;
using Engagement.Simulator;

namespace Engagement.Benchmarks.Ingest;

/// <summary>
/// A topic with all statements in it, in an embedded broker in this process. Not compressed, which is Kafka's default and what
/// every client can read; so there are as many partitions as it takes, each within what the broker keeps. A learner's statements
/// are all in one partition, in order.
/// </summary>
internal sealed class PreloadedTopic : IDisposable
{
    private const int BytesAPartition = KafkaBrokerLimits.PartitionBytes * 7 / 10; // room for keys and headers

    // Each fetch costs the embedded broker, and the client, something for every partition it leads: with hundreds of them, most of all.
    private const int PartitionsABroker = 64;

    // Kafka's own default. With less, a contender of several consumers is rebalanced while it reads, and some store rows twice then.
    private static readonly TimeSpan JoinTime = TimeSpan.FromSeconds(3);

    private readonly KafkaBroker _broker;

    private PreloadedTopic(KafkaBroker broker, int statements, long bytes, int partitions, int brokers) =>
        (_broker, Statements, Bytes, Partitions, Brokers) = (broker, statements, bytes, partitions, brokers);

    public const string Name = Topics.LearnerEvents;

    public string BootstrapServers => _broker.BootstrapServers;

    public int Statements { get; }

    public long Bytes { get; }

    public int Partitions { get; }

    public int Brokers { get; }

    public static async Task<PreloadedTopic> OfAsync(int count)
    {
        var partitionOf = Spread(SampleStatements.Of(count), out var partitions, out var bytes);
        var brokers = 1 + partitions / PartitionsABroker;
        var broker = new KafkaBroker(rebalanceDelay: JoinTime, brokers: brokers);
        foreach (var topic in new[] { Name, Name + ".rejected" }) broker.CreateTopic(topic, partitions);
        broker.CreateTopic(Topics.CourseOutlines, 1);
        var config = KafkaClients.Producer(new KafkaOptions { BootstrapServers = broker.BootstrapServers });
        config.CompressionType = CompressionType.None;
        config.LingerMs = 20;
        config.QueueBufferingMaxMessages = 200_000;
        using var producer = new ProducerBuilder<string, byte[]>(config).Build();
        var faults = 0;
        foreach (var statement in SampleStatements.Of(count))
        {
            var message = new Message<string, byte[]> { Key = statement.Key, Value = statement.Utf8.ToArray() };
            while (!TryProduce(producer, new TopicPartition(Name, partitionOf[statement.Key]), message, () => Interlocked.Increment(ref faults)))
                await Task.Delay(10); // the producer's queue is full
        }
        producer.Flush(TimeSpan.FromMinutes(2));
        return faults == 0 ? new PreloadedTopic(broker, count, bytes, partitions, brokers)
            : throw new InvalidOperationException($"{faults} statements could not be put into the embedded broker.");
    }

    public void Dispose() => _broker.Dispose();

    // The largest learners first, each to the emptiest partition.
    private static Dictionary<string, int> Spread(IEnumerable<SimulatedStatement> statements, out int partitions, out long bytes)
    {
        var sizes = new Dictionary<string, long>();
        foreach (var s in statements) sizes[s.Key] = sizes.GetValueOrDefault(s.Key) + s.Utf8.Length + s.Key.Length;
        bytes = sizes.Values.Sum();
        partitions = (int)(bytes / BytesAPartition) + 1;
        var emptiest = new PriorityQueue<int, long>(Enumerable.Range(0, partitions).Select(p => (p, 0L)));
        var partitionOf = new Dictionary<string, int>();
        foreach (var (key, size) in sizes.OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal))
        {
            emptiest.TryDequeue(out var partition, out var used);
            partitionOf[key] = partition;
            emptiest.Enqueue(partition, used + size);
        }
        return partitionOf;
    }

    private static bool TryProduce(IProducer<string, byte[]> producer, TopicPartition to, Message<string, byte[]> message, Action failed)
    {
        try
        {
            producer.Produce(to, message, report =>
            {
                if (report.Error.IsError) failed();
            });
            return true;
        }
        catch (ProduceException<string, byte[]> e) when (e.Error.Code == ErrorCode.Local_QueueFull)
        {
            return false;
        }
    }
}
