namespace Engagement.Embedded.Kafka;

/// <summary>
/// What the embedded broker holds, fixed in librdkafka 2.15.1 (<c>rd_kafka_mock_partition_init</c>): no API changes it.
/// A partition drops its oldest record batches as soon as a new one brings it over either limit, whoever has or has not
/// read them. A batch that pushes out all before it becomes unreadable itself: the partition's start is then set to its end. So a
/// message of more than half the limit is safe only in a partition that was emptied (<see cref="RecordDeletion"/>) before it, and after.
/// </summary>
public static class KafkaBrokerLimits
{
    /// <summary>Bytes of record batches, as compressed by the producer, that a partition keeps.</summary>
    public const int PartitionBytes = 5 * 1024 * 1024;

    /// <summary>Record batches (not records) a partition keeps.</summary>
    public const int PartitionBatches = 100_000;

    /// <summary>Largest request the broker reads, hence the largest batch or message; a larger one cuts the connection.</summary>
    public const int RequestBytes = 1_000_000_000;

    /// <summary>
    /// Partitions for the topic of learner events. The broker is one thread, so more of them add no speed of their own, but
    /// what may be under way at once is partitions × <see cref="PartitionBytes"/>.
    /// </summary>
    public const int LearnerEventPartitions = 32;
}
