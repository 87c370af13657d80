namespace Engagement.Kafka.Feeding;

/// <summary>
/// How much of one partition is sent and not yet committed by the group, and whether more fits. Counted in bytes before
/// compression plus the most a record can cost beside them: never less than what the broker stores, as librdkafka sends a batch
/// uncompressed where compressing it gains nothing. Thread-safe: sent by the feed, acknowledged on the client's thread,
/// committed by the watch.
/// </summary>
/// <param name="capacity">Bytes that may be sent and uncommitted, or null for no limit.</param>
internal sealed class PartitionWindow(long? capacity)
{
    /// <summary>More than the record's own framing and a batch header; keeps the number of batches below the broker's limit too.</summary>
    public const int RecordOverhead = 100;

    private readonly Lock _lock = new();
    private readonly Queue<(long Offset, long Bytes)> _uncommitted = new();
    private long _used;
    private long _start;      // end of the partition at Begin
    private long _committed;
    private long _next;       // offset the next acknowledged message should have
    private long _blockedBy;  // offset of messages of unknown size: nothing is sent before the group has passed them

    /// <summary>Offset up to which the group has committed.</summary>
    public long Committed
    {
        get
        {
            lock (_lock) return _committed;
        }
    }

    /// <summary>Messages since <see cref="Begin"/> that the group has committed.</summary>
    public long Consumed
    {
        get
        {
            lock (_lock) return Math.Max(0, Math.Min(_committed, _next) - _start);
        }
    }

    /// <summary>Called once, before anything is sent: what is in the partition already has a size nobody told us.</summary>
    public void Begin(long committed, long end)
    {
        lock (_lock)
        {
            _committed = committed;
            _start = _next = _blockedBy = end;
        }
    }

    /// <summary>Reserves room for a message. A message larger than the whole window gets it when the window is empty.</summary>
    public bool TryReserve(long bytes)
    {
        lock (_lock)
        {
            if (capacity is not { } limit) return true;
            if (_blockedBy > _committed) return false;
            if (_used > 0 && _used + bytes + RecordOverhead > limit) return false;
            _used += bytes + RecordOverhead;
            return true;
        }
    }

    /// <summary>The broker stored a message for which room was reserved.</summary>
    public void Acknowledge(long offset, long bytes)
    {
        lock (_lock)
        {
            if (offset > _next) _blockedBy = offset; // somebody else sends to this partition too
            _next = Math.Max(_next, offset + 1);
            if (capacity is null) return;
            _uncommitted.Enqueue((offset, bytes + RecordOverhead));
            Release();
        }
    }

    /// <summary>The broker refused a message for which room was reserved.</summary>
    public void GiveBack(long bytes)
    {
        lock (_lock)
        {
            if (capacity is not null) _used -= bytes + RecordOverhead;
        }
    }

    /// <summary>The group committed up to this offset.</summary>
    public void Commit(long offset)
    {
        lock (_lock)
        {
            _committed = Math.Max(_committed, offset);
            Release();
        }
    }

    private void Release()
    {
        while (_uncommitted.TryPeek(out var first) && first.Offset < _committed) _used -= _uncommitted.Dequeue().Bytes;
    }
}
