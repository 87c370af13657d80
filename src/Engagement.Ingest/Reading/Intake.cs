using Engagement.Ingest.Consuming;
using Engagement.Ingest.Flushing;

namespace Engagement.Ingest.Reading;

/// <summary>
/// What has been consumed and not yet sealed into a batch: the chunk being filled, those with the readers, and those read, in the
/// order of arrival. Bounded: see <see cref="IsFull"/>. Loop thread only.
/// </summary>
internal sealed class Intake(IngestOptions options, TimeProvider time, ChunkReaders readers)
{
    // Long enough to fill a chunk where much comes, short enough to be no part of the delay where little does.
    private static readonly TimeSpan FillTime = TimeSpan.FromMilliseconds(50);

    private readonly RowClock _clock = new(time);
    private readonly Queue<Chunk> _reading = new();
    private readonly Queue<Chunk> _read = new();
    private readonly Stack<Chunk> _free = new();
    private readonly Stack<MessageBytes> _freeBytes = new();
    private Chunk _filling = new() { Bytes = new MessageBytes() };
    private int _rows;
    private long _bytes;

    public bool IsEmpty => _filling.Messages.Count + _reading.Count + _read.Count == 0;

    /// <summary>Nothing more is with the readers or before them.</summary>
    public bool IsAllRead => _filling.Messages.Count + _reading.Count == 0;

    /// <summary>No further message is to be taken before a batch was sealed or a chunk was read.</summary>
    public bool IsFull => IsBatchFull || _reading.Count > 2 * readers.Count + 1;

    /// <summary>Far enough from full for a paused consumer to go on.</summary>
    public bool IsHalfEmpty => _rows <= options.BatchRows / 2 && _bytes <= options.BatchBytes / 2 && _reading.Count <= readers.Count;

    /// <summary>A batch should be sealed now.</summary>
    public bool IsDue => _read.TryPeek(out var oldest) && (IsBatchFull || time.GetElapsedTime(oldest.StartedAt) >= options.BatchAge);

    /// <summary>Time since the oldest unsealed message came; null where there is none.</summary>
    public TimeSpan? Age =>
        _read.TryPeek(out var oldest) || _reading.TryPeek(out oldest) ? time.GetElapsedTime(oldest.StartedAt)
        : _filling.Messages.Count > 0 ? time.GetElapsedTime(_filling.StartedAt)
        : null;

    private bool IsBatchFull => _read.Count > 0 && (_rows >= options.BatchRows || _bytes >= options.BatchBytes);

    /// <summary>Copies a key or a value into the chunk being filled.</summary>
    public Slice Append(ReadOnlySpan<byte> bytes) => _filling.Bytes!.Append(bytes);

    /// <summary>Takes a message whose key and value have been appended.</summary>
    public void Add(PartitionTracker partition, long offset, long brokerMicros, Slice key, Slice value)
    {
        if (_filling.Messages.Count == 0) _filling.StartedAt = time.GetTimestamp();
        _filling.Messages.Add(new Message(partition, offset, brokerMicros, _clock.Stamp(_filling.Bytes![value]), key, value));
        if (_filling.IsFull) Submit();
    }

    /// <summary>Gives the chunk being filled to the readers where it has waited long enough, or <paramref name="now"/>.</summary>
    public void Submit(bool now = true)
    {
        if (_filling.Messages.Count == 0 || (!now && time.GetElapsedTime(_filling.StartedAt) < FillTime)) return;
        _reading.Enqueue(_filling);
        readers.Submit(_filling);
        _filling = _free.TryPop(out var chunk) ? chunk : new Chunk();
        _filling.Bytes = _freeBytes.TryPop(out var bytes) ? bytes : new MessageBytes();
    }

    /// <summary>A reader gave a chunk back.</summary>
    public void Take(Chunk chunk)
    {
        chunk.IsRead = true;
        chunk.Bytes!.Clear();
        _freeBytes.Push(chunk.Bytes);
        chunk.Bytes = null;
        while (_reading.TryPeek(out var oldest) && oldest.IsRead)
        {
            _read.Enqueue(_reading.Dequeue());
            _rows += oldest.Places.Count + oldest.Rejected.Count + oldest.Ignored.Count;
            _bytes += oldest.Rows.Length + oldest.RejectedBytes;
        }
    }

    /// <summary>Makes a batch of all that was read, but for partitions that were abandoned.</summary>
    /// <param name="buffers">The batch's, till it is durable.</param>
    public Batch Seal(BatchBuffers buffers)
    {
        var batch = new Batch(buffers, time.GetUtcNow());
        foreach (var chunk in _read) batch.Add(chunk);
        batch.Seal();
        while (_read.TryDequeue(out var chunk))
        {
            chunk.Clear();
            _free.Push(chunk);
        }
        _rows = 0;
        _bytes = 0;
        return batch;
    }
}
