using Confluent.Kafka;
using Engagement.Kafka;

namespace Engagement.Ingest.Consuming;

/// <summary>librdkafka settings of the ingest consumers.</summary>
internal static class ConsumerSettings
{
    public static ConsumerConfig Of(KafkaOptions kafka, IngestOptions options, string groupId)
    {
        var config = KafkaClients.Consumer(kafka);
        config.GroupId = groupId;
        config.GroupInstanceId = kafka.GroupInstanceId.Length > 0 ? kafka.GroupInstanceId : null;

        // Nobody may override what follows: an offset passes only after its messages are durable, and none is skipped.
        config.EnableAutoCommit = true;
        config.EnableAutoOffsetStore = false;
        config.AutoCommitIntervalMs = (int)options.CommitInterval.TotalMilliseconds;
        config.AutoOffsetReset = AutoOffsetReset.Earliest;
        config.PartitionAssignmentStrategy = PartitionAssignmentStrategy.CooperativeSticky;
        config.SessionTimeoutMs = (int)options.SessionTimeout.TotalMilliseconds;
        config.HeartbeatIntervalMs = (int)Math.Min(3000, options.SessionTimeout.TotalMilliseconds / 4);
        config.MaxPollIntervalMs = (int)options.PollDeadline.TotalMilliseconds;
        config.QueuedMaxMessagesKbytes = 16 << 10; // memory outside the garbage collector
        // A full queue postpones the next fetch by this. By default it is a second, and so 32 MiB a second would be all that comes.
        config.FetchQueueBackoffMs = 10;
        config.TopicMetadataRefreshIntervalMs = 10_000; // a topic that is made later, or grows, is seen soon
        config.ConsumeResultFields = "timestamp";
        return config;
    }
}
