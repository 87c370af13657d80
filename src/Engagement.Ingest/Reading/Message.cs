using Engagement.Ingest.Consuming;

namespace Engagement.Ingest.Reading;

/// <summary>Where a key or a value lies in its chunk's bytes.</summary>
/// <param name="Start">Index of the first byte.</param>
/// <param name="Length">-1: null.</param>
internal readonly record struct Slice(int Start, int Length)
{
    public static Slice Null { get; } = new(0, -1);
    public bool IsNull => Length < 0;
}

/// <summary>One Kafka message of a chunk.</summary>
/// <param name="Partition">The stay it came in.</param>
/// <param name="Offset">In the partition.</param>
/// <param name="BrokerMicros">When Kafka took it, Unix time in microseconds.</param>
/// <param name="StoredMicros">Stored-at of its first statement; later ones of its array follow microsecond by microsecond.</param>
/// <param name="Key">Of the message.</param>
/// <param name="Value">Of the message.</param>
internal readonly record struct Message(
    PartitionTracker Partition, long Offset, long BrokerMicros, long StoredMicros, Slice Key, Slice Value);
