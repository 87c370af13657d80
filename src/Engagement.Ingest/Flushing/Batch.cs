using System.Runtime.InteropServices;
using Engagement.Ingest.Consuming;
using Engagement.Ingest.Reading;

namespace Engagement.Ingest.Flushing;

/// <summary>
/// What one flush writes. Built by the loop thread, and after <see cref="Seal"/> the same for ever: each try of its INSERT sends
/// the same bytes under the same token.
/// </summary>
internal sealed class Batch(BatchBuffers buffers, DateTimeOffset sealedAt)
{
    private readonly Dictionary<PartitionTracker, long> _last = [];
    private readonly List<Chunk> _chunks = [];

    /// <summary>Of this flush alone. A worker that reads the same messages again makes another one.</summary>
    public Guid Id { get; } = Guid.NewGuid();

    public DateTimeOffset SealedAt { get; } = sealedAt;

    public BatchBuffers Buffers { get; } = Cleared(buffers);

    public int Rows => Buffers.Places.Count;

    public int Messages { get; private set; }

    public List<RejectedStatement> Rejected { get; } = [];

    /// <summary>How many were ignored, by rule.</summary>
    public Dictionary<string, int> Ignored { get; } = [];

    /// <summary>Learners of the rows. May hold one more of a partition that was abandoned: its metrics are computed once too often.</summary>
    public HashSet<Guid> Learners => Buffers.Learners;

    /// <summary>No row was stored before, Unix time in microseconds. May be too early where a partition was abandoned, which is harmless.</summary>
    public long StoredFrom { get; private set; } = long.MaxValue;

    /// <summary>No row was stored after, Unix time in microseconds. May be too late where a partition was abandoned, which is harmless.</summary>
    public long StoredUntil { get; private set; } = long.MinValue;

    public IReadOnlyList<OffsetRange> Ranges { get; private set; } = [];

    /// <summary>When Kafka took the oldest message, Unix time in microseconds.</summary>
    public long OldestBrokerMicros { get; private set; } = long.MaxValue;

    /// <summary>Timestamp of the <see cref="TimeProvider"/> when its first message came.</summary>
    public long StartedAt { get; private set; } = long.MaxValue;

    /// <summary>
    /// Deduplication token. The random id makes it: offsets alone name other data after a topic was made anew, and ClickHouse drops
    /// a batch whose token it knows though the rows differ. The ranges are for people who read system.query_log.
    /// </summary>
    public string Token { get; private set; } = "";

    /// <summary>The chunk must stay as it is until <see cref="Seal"/>.</summary>
    public void Add(Chunk chunk)
    {
        foreach (var run in chunk.Runs)
        {
            if (run.Partition.IsAbandoned) continue;
            foreach (var place in CollectionsMarshal.AsSpan(chunk.Places)[run.Rows]) Buffers.Places.Add(place.In(_chunks.Count));
            Messages += run.Messages;
            var rejected = run.Rejected.GetOffsetAndLength(chunk.Rejected.Count);
            Rejected.AddRange(chunk.Rejected.GetRange(rejected.Offset, rejected.Length));
            foreach (var rule in CollectionsMarshal.AsSpan(chunk.Ignored)[run.Ignored]) Ignored[rule] = Ignored.GetValueOrDefault(rule) + 1;
            run.Partition.RejectedInARow = run.Rows.End.Value > run.Rows.Start.Value ? run.RejectedAtEnd : run.Partition.RejectedInARow + rejected.Length;
            _last[run.Partition] = run.LastOffset;
        }
        StartedAt = Math.Min(StartedAt, chunk.StartedAt);
        foreach (var message in chunk.Messages)
            if (!message.Partition.IsAbandoned) OldestBrokerMicros = Math.Min(OldestBrokerMicros, message.BrokerMicros);
        _chunks.Add(chunk);
        if (Rows == 0) return;
        StoredFrom = Math.Min(StoredFrom, chunk.StoredFrom);
        StoredUntil = Math.Max(StoredUntil, chunk.StoredUntil);
        Learners.UnionWith(chunk.Learners);
    }

    /// <summary>Writes the rows, in the order of their table.</summary>
    public void Seal()
    {
        var places = CollectionsMarshal.AsSpan(Buffers.Places);
        places.Sort();
        Buffers.Statements.Expect(places.Length);
        foreach (ref readonly var place in places)
            Buffers.Statements.Add(_chunks[place.Chunk].Rows.Written.Span.Slice(place.Start, place.Length));
        _chunks.Clear();
        Ranges = [.. _last.Select(p => p.Key.Seal(p.Value))];
        Token = string.Join(',', Ranges.Take(64)) + "/" + Id.ToString("N");
    }

    private static BatchBuffers Cleared(BatchBuffers buffers)
    {
        buffers.Places.Clear();
        buffers.Statements.Clear();
        buffers.Learners.Clear();
        buffers.Rest.Clear();
        return buffers;
    }
}
