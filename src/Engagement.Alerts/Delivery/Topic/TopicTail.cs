using Confluent.Kafka;
using Engagement.Kafka;

namespace Engagement.Alerts.Delivery.Topic;

/// <summary>The end of the topic, which tells what was sent though nobody recorded it.</summary>
internal static class TopicTail
{
    /// <summary>Header with the id of the event, 16 bytes as the text of a UUID orders them.</summary>
    public const string EventId = "event-id";

    /// <summary>Which of these events lie in the topic behind what was recorded, and where.</summary>
    /// <param name="kafka">The cluster and the topic.</param>
    /// <param name="wanted">Ids of events.</param>
    /// <param name="newest">By partition, the offset recorded last. A topic that ends before it was made anew, and is read whole.</param>
    /// <param name="patience">Most it may take.</param>
    /// <param name="cancel">Stops the reading.</param>
    /// <exception cref="KafkaException">The topic can't be read to its end.</exception>
    public static Dictionary<Guid, TopicPartitionOffset> Find(
        KafkaOptions kafka, HashSet<Guid> wanted, IReadOnlyDictionary<int, long> newest, TimeSpan patience, CancellationToken cancel)
    {
        var config = KafkaClients.Consumer(kafka);
        config.GroupId = kafka.GroupId + "-alerts-tail"; // joined by nobody: partitions are assigned by hand
        config.IsolationLevel = IsolationLevel.ReadCommitted;
        config.EnableAutoCommit = false;
        config.EnablePartitionEof = true;
        using var admin = new AdminClientBuilder(KafkaClients.Admin(kafka)).SetLogHandler((_, _) => { }).Build();
        using var consumer = new ConsumerBuilder<Ignore, Ignore>(config).SetLogHandler((_, _) => { }).Build();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(patience);

        var partitions = admin.GetMetadata(kafka.Alerts, patience).Topics.Single(topic => topic.Topic == kafka.Alerts).Partitions;
        consumer.Assign(partitions.Select(partition => new TopicPartitionOffset(kafka.Alerts, partition.PartitionId, Start(partition.PartitionId))));
        var (found, left) = (new Dictionary<Guid, TopicPartitionOffset>(), partitions.Count);
        try
        {
            while (left > 0)
            {
                var message = consumer.Consume(deadline.Token);
                if (message.IsPartitionEOF) left--;
                else if (message.Message.Headers.TryGetLastBytes(EventId, out var id) && id.Length == 16 && new Guid(id, bigEndian: true) is var known && wanted.Contains(known))
                    found[known] = message.TopicPartitionOffset;
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new KafkaException(new Error(ErrorCode.Local_TimedOut, $"The end of {kafka.Alerts} was not reached within {patience.TotalSeconds:0} s"));
        }
        return found;

        Offset Start(int partition)
        {
            if (!newest.TryGetValue(partition, out var recorded)) return Offset.Beginning;
            var end = consumer.QueryWatermarkOffsets(new TopicPartition(kafka.Alerts, partition), patience).High.Value;
            return recorded < end ? new Offset(recorded + 1) : Offset.Beginning;
        }
    }
}
