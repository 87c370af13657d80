namespace Engagement.Ingest.Consuming;

/// <summary>Messages of one partition that one flush writes, by offset, both ends included.</summary>
internal sealed class OffsetRange(PartitionTracker partition, long first, long last)
{
    public PartitionTracker Partition { get; } = partition;
    public long First { get; } = first;
    public long Last { get; } = last;
    public bool IsDurable { get; set; }

    public override string ToString() => $"{Partition.Partition}:{First}-{Last}";
}
