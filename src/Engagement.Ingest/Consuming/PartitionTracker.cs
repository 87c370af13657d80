namespace Engagement.Ingest.Consuming;

/// <summary>
/// How far one partition has come during one stay with this worker. The object is the epoch: a partition that leaves and comes
/// back, or whose topic is made anew, gets another one, and completions that reach the old one change nothing.
/// Delivered ≥ sealed into batches ≥ durable. Pure; loop thread only, but for <see cref="Partition"/>.
/// </summary>
internal sealed class PartitionTracker(int partition)
{
    private readonly Queue<OffsetRange> _open = new();
    private long _delivered = -1;
    private long _unsealed = -1;

    public int Partition { get; } = partition;

    /// <summary>The offset that may be stored: everything before it is durable. Null until something is.</summary>
    public long? Durable { get; private set; }

    /// <summary>First offset that came, null before.</summary>
    public long? First { get; private set; }

    /// <summary>Another worker reads the unsent messages again: they are to be left out of the next batch.</summary>
    public bool IsAbandoned { get; private set; }

    /// <summary>No offset of this stay may be stored any more.</summary>
    public bool IsRetired { get; private set; }

    public bool HasOpenRanges => _open.Count > 0;

    /// <summary>Refused statements since the last good one.</summary>
    public long RejectedInARow { get; set; }

    /// <summary>Whether the offset follows what was delivered. False: the log was replaced under us.</summary>
    public bool Follows(long offset) => offset > _delivered;

    public void Deliver(long offset)
    {
        if (!Follows(offset)) throw new InvalidOperationException($"Offset {offset} came after {_delivered}");
        First ??= offset;
        if (_unsealed < 0) _unsealed = offset;
        _delivered = offset;
    }

    /// <summary>All delivered and not yet sealed messages up to <paramref name="last"/> go into one flush.</summary>
    public OffsetRange Seal(long last)
    {
        if (_unsealed < 0 || last < _unsealed || last > _delivered)
            throw new InvalidOperationException($"Offsets to {last} sealed, where {_unsealed} to {_delivered} wait");
        var range = new OffsetRange(this, _unsealed, last);
        // Offsets have holes (compaction, transaction markers): the next range starts behind this one, not at a message.
        _unsealed = last == _delivered ? -1 : last + 1;
        _open.Enqueue(range);
        return range;
    }

    /// <summary>The range is durable, acknowledged as dead letters, or ignored on purpose.</summary>
    /// <returns>The offset to store now; null where an earlier range is still open, or the stay is over.</returns>
    public long? Complete(OffsetRange range)
    {
        range.IsDurable = true;
        var advanced = false;
        while (_open.TryPeek(out var oldest) && oldest.IsDurable)
        {
            Durable = _open.Dequeue().Last + 1;
            advanced = true;
        }
        return advanced && !IsRetired ? Durable : null;
    }

    public void Abandon() => IsAbandoned = true;

    public void Retire() => IsRetired = true;
}
