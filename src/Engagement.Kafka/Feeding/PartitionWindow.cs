namespace Engagement.Kafka.Feeding;

/// <summary>
/// How much of one partition of the embedded broker is sent and not yet committed by the group, and whether more fits. Counted in
/// bytes before compression plus the most a record can cost beside them: never less than what the broker stores, as librdkafka
/// sends a batch uncompressed where compressing it gains nothing. Thread-safe: sent by the feed, acknowledged on the client's
/// thread, committed by the watch.
/// </summary>
/// <param name="isLimited">False for a broker that keeps by time: everything fits.</param>
internal sealed class PartitionWindow(bool isLimited)
{
    /// <summary>More than the record's own framing and a batch header; keeps the number of batches below the broker's limit too.</summary>
    private const int RecordOverhead = 100;

    private readonly Lock _lock = new();
    private readonly Queue<(long Offset, long Bytes)> _uncommitted = new();
    private long _used;
    private long _start;      // end of the partition at Begin
    private long _next;       // offset the next acknowledged message should have
    private long _committed;
    private long _earliest;
    private long _blockedBy;  // offset after messages of unknown size: nothing is sent before the group has passed them
    private bool _afterLarge; // the last message may have been large
    private bool _mustEmpty;

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

    /// <summary>Offset before which the broker should drop everything, where the next message waits for that.</summary>
    public long? Emptying
    {
        get
        {
            lock (_lock) return _mustEmpty && _used == 0 && _committed >= _next ? _next : null;
        }
    }

    /// <summary>Called once, before anything is sent: what is in the partition already has a size nobody told us.</summary>
    public void Begin(long earliest, long committed, long end)
    {
        lock (_lock)
        {
            _earliest = earliest;
            _committed = Math.Max(earliest, committed);
            _start = _next = _blockedBy = end;
            _afterLarge = true;
        }
    }

    /// <summary>Reserves room for a message. One larger than the whole window gets it when the window is empty.</summary>
    public bool TryReserve(long messageBytes)
    {
        lock (_lock)
        {
            if (!isLimited) return true;
            var bytes = messageBytes + RecordOverhead;
            if (_blockedBy > _committed) return false;
            if (_used > 0 && _used + bytes > BrokerKeeping.WindowBytes) return false;
            _mustEmpty = (_afterLarge || bytes > BrokerKeeping.LargeBytes) && (_used > 0 || _earliest < _next);
            if (_mustEmpty) return false;
            _afterLarge = bytes > BrokerKeeping.LargeBytes;
            _used += bytes;
            return true;
        }
    }

    /// <summary>The broker stored a message for which room was reserved.</summary>
    public void Acknowledge(long offset, long messageBytes)
    {
        lock (_lock)
        {
            if (offset > _next) _blockedBy = offset; // somebody else sends to this partition too
            _next = Math.Max(_next, offset + 1);
            if (!isLimited) return;
            _uncommitted.Enqueue((offset, messageBytes + RecordOverhead));
            Release();
        }
    }

    /// <summary>The broker refused a message for which room was reserved.</summary>
    public void GiveBack(long messageBytes)
    {
        lock (_lock)
        {
            if (isLimited) _used -= messageBytes + RecordOverhead;
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

    /// <summary>The broker keeps nothing before this offset.</summary>
    public void Keep(long earliest)
    {
        lock (_lock) _earliest = Math.Max(_earliest, earliest);
    }

    private void Release()
    {
        while (_uncommitted.TryPeek(out var first) && first.Offset < _committed) _used -= _uncommitted.Dequeue().Bytes;
    }
}
