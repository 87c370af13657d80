namespace Engagement.Ingest.Consuming;

/// <summary>The partitions this worker holds now, each with its tracker. Pure; loop thread only.</summary>
internal sealed class Assignment
{
    private readonly Dictionary<int, PartitionTracker> _held = [];

    public IReadOnlyCollection<PartitionTracker> Held => _held.Values;

    public void Add(int partition)
    {
        if (_held.Remove(partition, out var old)) old.Retire();
        _held.Add(partition, new PartitionTracker(partition));
    }

    /// <summary>The tracker of a message that has just come.</summary>
    /// <param name="partition">Must be held.</param>
    /// <param name="offset">Of the message.</param>
    /// <param name="startedOver">The offset went back though the partition never left: the broker lost the log, or the topic was
    /// made anew. What came before exists nowhere else now, so its rows stay in the batch, but its offsets are worth nothing.</param>
    public PartitionTracker Deliver(int partition, long offset, out bool startedOver)
    {
        if (!_held.TryGetValue(partition, out var tracker))
            throw new InvalidOperationException($"A message of partition {partition} came, which this worker does not hold");
        startedOver = !tracker.Follows(offset);
        if (startedOver)
        {
            tracker.Retire();
            _held[partition] = tracker = new PartitionTracker(partition);
        }
        tracker.Deliver(offset);
        return tracker;
    }

    /// <summary>The partition is another worker's next: its unsent messages leave the batch. Its writes under way still count.</summary>
    /// <returns>Null where it was not held.</returns>
    public PartitionTracker? Abandon(int partition)
    {
        if (!_held.TryGetValue(partition, out var tracker)) return null;
        tracker.Abandon();
        return tracker;
    }

    public void Remove(int partition)
    {
        if (_held.Remove(partition, out var tracker))
        {
            tracker.Abandon();
            tracker.Retire();
        }
    }
}
