using System.Collections.Concurrent;
using Engagement.Ingest.Consuming;
using Engagement.Ingest.Flushing;

namespace Engagement.Ingest;

/// <summary>How ingest is doing, for progress bars and health checks. Thread-safe.</summary>
public sealed class IngestStatus(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, string> _failing = new();
    private readonly ConcurrentDictionary<string, long> _rejected = new();
    private readonly ConcurrentDictionary<string, long> _ignored = new();
    private long _messages;
    private long _accepted;
    private long _flushes;
    private long _lag = -1;
    private long _oldestAt = -1;
    private long _lastIdle = time.GetTimestamp();
    private string? _disconnected;
    private volatile bool _isMember;
    private long _lastTurn = time.GetTimestamp();
    private long _lastProgress = time.GetTimestamp();
    private int _partitions;
    private int _paused;
    private int _inFlight;
    private int _rebalances;

    /// <summary>Messages whose offsets may pass.</summary>
    public long Messages => Interlocked.Read(ref _messages);

    /// <summary>Statements written, each time they were.</summary>
    public long Accepted => Interlocked.Read(ref _accepted);

    /// <summary>Statements refused, in the dead-letter topic.</summary>
    public long Rejected => _rejected.Values.Sum();

    public IReadOnlyDictionary<string, long> RejectedByRule => _rejected;

    /// <summary>Passed over though nothing is wrong with them: they tell nothing that is counted.</summary>
    public long Ignored => _ignored.Values.Sum();

    public IReadOnlyDictionary<string, long> IgnoredByRule => _ignored;

    public long Flushes => Interlocked.Read(ref _flushes);

    /// <summary>Messages on the partitions of this worker that are not yet durable; null where not known.</summary>
    public long? Lag => Interlocked.Read(ref _lag) is >= 0 and var lag ? lag : null;

    /// <summary>Time since the oldest message that is not durable was read; null where there is none.</summary>
    public TimeSpan? OldestUnflushed => Interlocked.Read(ref _oldestAt) is >= 0 and var at ? time.GetElapsedTime(at) : null;

    public int Partitions => Volatile.Read(ref _partitions);
    public int FlushesInFlight => Volatile.Read(ref _inFlight);
    public int Rebalances => Volatile.Read(ref _rebalances);
    public bool IsPaused => Volatile.Read(ref _paused) != 0;

    /// <summary>Time since the loop last turned. Above a minute: it hangs.</summary>
    public TimeSpan SinceTurn => time.GetElapsedTime(Interlocked.Read(ref _lastTurn));

    /// <summary>Time since the last batch became durable.</summary>
    public TimeSpan SinceProgress => time.GetElapsedTime(Interlocked.Read(ref _lastProgress));

    /// <summary>How long there has been something to write and nothing of it became durable; zero while idle.</summary>
    public TimeSpan WithoutProgress => OldestUnflushed is null
        ? TimeSpan.Zero
        : time.GetElapsedTime(Math.Max(Interlocked.Read(ref _lastProgress), Interlocked.Read(ref _lastIdle)));

    /// <summary>Why no broker answers; null where one does, or where none was asked yet.</summary>
    public string? Disconnection => Volatile.Read(ref _disconnected);

    /// <summary>Whether the worker is a settled member of its group, with or without partitions. Known within seconds.</summary>
    public bool IsMember => _isMember;

    /// <summary>What can't be written to at the moment (table or topic), and why. Empty where all is well.</summary>
    public IReadOnlyDictionary<string, string> Failing => _failing;

    /// <summary>What ended ingest; null while it runs or where it was stopped in order.</summary>
    public Exception? Failure { get; internal set; }

    internal void Flushed(Batch batch)
    {
        Interlocked.Add(ref _accepted, batch.Rows);
        foreach (var rejected in batch.Rejected) Add(_rejected, rejected.Why.Rule, 1);
        foreach (var (rule, count) in batch.Ignored) Add(_ignored, rule, count);
        Interlocked.Increment(ref _flushes);
        Interlocked.Exchange(ref _lastProgress, time.GetTimestamp());
        Interlocked.Add(ref _messages, batch.Messages); // last: whoever waits for messages finds the rest counted
    }

    internal void Turned(TimeSpan? oldest, int inFlight, bool paused)
    {
        var now = time.GetTimestamp();
        // Not the age itself: it must go on growing where the loop hangs.
        Interlocked.Exchange(ref _oldestAt, oldest is { } age ? now - (long)(age.TotalSeconds * time.TimestampFrequency) : -1);
        Interlocked.Exchange(ref _lastTurn, now);
        if (oldest is null) Interlocked.Exchange(ref _lastIdle, now);
        Volatile.Write(ref _inFlight, inFlight);
        Volatile.Write(ref _paused, paused ? 1 : 0);
    }

    internal void Connected(ClientStatistics statistics)
    {
        _isMember = statistics.IsMember;
        if (statistics.BrokersUp > 0) Volatile.Write(ref _disconnected, null);
    }

    internal void Disconnected(string why) => Volatile.Write(ref _disconnected, why);

    internal void Lags(long messages) => Interlocked.Exchange(ref _lag, messages);

    internal void Rebalanced(int partitions)
    {
        Volatile.Write(ref _partitions, partitions);
        Interlocked.Increment(ref _rebalances);
    }

    internal void IsFailing(string where, string why) => _failing[where] = why;

    internal void Recovered(string where) => _failing.TryRemove(where, out _);

    private static void Add(ConcurrentDictionary<string, long> counts, string rule, long count) =>
        counts.AddOrUpdate(rule, static (_, more) => more, static (_, before, more) => before + more, count);
}
