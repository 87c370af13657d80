namespace Engagement.Kafka.Feeding;

/// <summary>Faults of a feed: all counted, the first kept. Thread-safe.</summary>
internal sealed class FeedFaults
{
    private readonly Lock _lock = new();
    private readonly List<FeedFault> _listed = [];
    private long _count;
    private long _ofSent;

    public long Count => Volatile.Read(ref _count);

    /// <summary>Those of messages that were handed to the client.</summary>
    public long OfSent => Volatile.Read(ref _ofSent);

    public void Add(FeedOrigin origin, string reason)
    {
        lock (_lock)
        {
            if (_listed.Count < FeedResult.ListedFaults) _listed.Add(new FeedFault(origin, reason));
            _count++;
        }
    }

    public void AddSent(FeedOrigin origin, string reason)
    {
        Add(origin, reason);
        Interlocked.Increment(ref _ofSent);
    }

    public IReadOnlyList<FeedFault> Listed()
    {
        lock (_lock) return [.. _listed];
    }
}
