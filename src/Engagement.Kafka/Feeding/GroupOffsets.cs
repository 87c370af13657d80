using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Engagement.Kafka.Feeding;

/// <summary>
/// Where a topic begins and ends, and how far a consumer group has committed, by partition. Asks through a consumer that never
/// subscribes, so it is no member of the group. (An admin client's ListConsumerGroupOffsets asks the same, but librdkafka aborts
/// the process when the broker goes away while it waits: confluentinc/librdkafka#4605.) Calls block; each is bounded.
/// </summary>
internal sealed class GroupOffsets : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    private readonly IConsumer<Ignore, Ignore> _consumer;
    private readonly TopicPartition[] _partitions;

    public GroupOffsets(ConsumerConfig config, string topic, int partitions, ILogger logger)
    {
        config.EnableAutoCommit = false;
        _consumer = new ConsumerBuilder<Ignore, Ignore>(config).SetLogHandler(KafkaLog.To(logger)).Build();
        _partitions = [.. Enumerable.Range(0, partitions).Select(p => new TopicPartition(topic, p))];
    }

    /// <summary>Next offset the group would read; -1 where it has committed none.</summary>
    /// <exception cref="KafkaException">The broker did not answer, or refused.</exception>
    public long[] Committed()
    {
        var offsets = new long[_partitions.Length];
        foreach (var partition in _consumer.Committed(_partitions, Timeout))
            offsets[partition.Partition.Value] = partition.Offset == Offset.Unset ? -1 : partition.Offset.Value;
        return offsets;
    }

    /// <summary>First offset the broker still keeps, and the offset after the last message.</summary>
    /// <exception cref="KafkaException">The broker did not answer, or refused.</exception>
    public (long Earliest, long End) Kept(int partition)
    {
        var kept = _consumer.QueryWatermarkOffsets(_partitions[partition], Timeout);
        return (kept.Low.Value, kept.High.Value);
    }

    /// <summary>Commits for the group, as one who is no member may while the group has none.</summary>
    /// <exception cref="KafkaException">The broker did not answer, or refused.</exception>
    public void Commit(int partition, long offset) => _consumer.Commit([new TopicPartitionOffset(_partitions[partition], offset)]);

    public void Dispose() => _consumer.Dispose();
}
