using Confluent.Kafka;
using Engagement.Kafka;

namespace Engagement.Ingest.Consuming;

/// <summary>librdkafka settings of the ingest consumer.</summary>
internal static class ConsumerSettings
{
    public static ConsumerConfig Of(KafkaOptions kafka, IngestOptions options, string groupId) => new(new Dictionary<string, string>(kafka.Client))
    {
        BootstrapServers = kafka.BootstrapServers,
        GroupId = groupId,
        GroupInstanceId = kafka.GroupInstanceId.Length > 0 ? kafka.GroupInstanceId : null,

        // Nobody may override what follows: an offset passes only after its messages are durable, and none is skipped.
        EnableAutoCommit = true,
        EnableAutoOffsetStore = false,
        AutoCommitIntervalMs = (int)options.CommitInterval.TotalMilliseconds,
        AutoOffsetReset = AutoOffsetReset.Earliest,
        PartitionAssignmentStrategy = PartitionAssignmentStrategy.CooperativeSticky,
        SessionTimeoutMs = (int)options.SessionTimeout.TotalMilliseconds,
        HeartbeatIntervalMs = (int)Math.Min(3000, options.SessionTimeout.TotalMilliseconds / 4),
        MaxPollIntervalMs = (int)IngestOptions.MaxPollInterval.TotalMilliseconds,
        QueuedMaxMessagesKbytes = 32 << 10, // memory outside the garbage collector
        TopicMetadataRefreshIntervalMs = 10_000, // a topic that is made later, or grows, is seen soon
        ConsumeResultFields = "timestamp",
    };
}
