using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace Engagement.Kafka.Feeding;

/// <summary>Where a topic begins and ends, and how far a consumer group has committed, by partition. Asks without joining the group.</summary>
internal sealed class GroupOffsets(IAdminClient admin, string group, string topic, int partitions)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly List<TopicPartition> _partitions = [.. Enumerable.Range(0, partitions).Select(p => new TopicPartition(topic, p))];

    /// <summary>Next offset the group would read; -1 where it has committed none.</summary>
    /// <exception cref="KafkaException">The broker did not answer, or refused.</exception>
    public async Task<long[]> CommittedAsync()
    {
        var answer = await admin.ListConsumerGroupOffsetsAsync(
            [new ConsumerGroupTopicPartitions(group, _partitions)], new ListConsumerGroupOffsetsOptions { RequestTimeout = Timeout });
        var offsets = new long[partitions];
        foreach (var partition in answer[0].Partitions)
        {
            if (partition.Error.IsError) throw new KafkaException(partition.Error);
            offsets[partition.Partition.Value] = partition.Offset == Offset.Unset ? -1 : partition.Offset.Value;
        }
        return offsets;
    }

    /// <summary>First offset the broker still keeps.</summary>
    /// <exception cref="KafkaException">The broker did not answer, or refused.</exception>
    public Task<long[]> EarliestAsync() => ListAsync(OffsetSpec.Earliest());

    /// <summary>Offset after the last message.</summary>
    /// <exception cref="KafkaException">The broker did not answer, or refused.</exception>
    public Task<long[]> EndAsync() => ListAsync(OffsetSpec.Latest());

    private async Task<long[]> ListAsync(OffsetSpec which)
    {
        var answer = await admin.ListOffsetsAsync(
            _partitions.Select(p => new TopicPartitionOffsetSpec { TopicPartition = p, OffsetSpec = which }),
            new ListOffsetsOptions { RequestTimeout = Timeout });
        var offsets = new long[partitions];
        foreach (var info in answer.ResultInfos)
        {
            var partition = info.TopicPartitionOffsetError;
            if (partition.Error.IsError) throw new KafkaException(partition.Error);
            offsets[partition.Partition.Value] = partition.Offset.Value;
        }
        return offsets;
    }
}
