using Engagement.ClickHouse;

namespace Engagement.Ingest.Reading;

/// <summary>
/// A few hundred messages in the order they came, then the rows made of them. One owner at a time: the loop fills it, one
/// reader reads it, the loop takes the rows. Used again after <see cref="Clear"/>.
/// </summary>
internal sealed class Chunk
{
    public const int FullMessages = 512;

    // About what the rows of a full chunk take.
    private const int RowBytes = 320 << 10;

    // A giant array's rows must not keep their room for ever.
    private const int KeptBytes = 4 << 20;

    // Filled by the loop.
    /// <summary>Null once read: a batch is made of many chunks, and they are twice as large as their rows.</summary>
    public MessageBytes? Bytes { get; set; }

    public List<Message> Messages { get; } = new(FullMessages);

    /// <summary>Timestamp of the <see cref="TimeProvider"/> when the first message came.</summary>
    public long StartedAt { get; set; }

    // Filled by a reader.
    public RowBinaryWriter Rows { get; private set; } = new(RowBytes);
    public List<Run> Runs { get; } = [];

    /// <summary>Of all rows, in the order they were written.</summary>
    public List<RowPlace> Places { get; } = new(FullMessages);
    public List<RejectedStatement> Rejected { get; } = [];
    public HashSet<Guid> Learners { get; } = [];

    /// <summary>Stored-at of the first row, Unix time in microseconds.</summary>
    public long StoredFrom { get; set; } = long.MaxValue;

    /// <summary>Stored-at of the last row, Unix time in microseconds.</summary>
    public long StoredUntil { get; set; } = long.MinValue;
    public long RejectedBytes { get; set; }

    /// <summary>Rules, one for each that was ignored.</summary>
    public List<string> Ignored { get; } = [];

    /// <summary>Set by the loop once the reader gave it back.</summary>
    public bool IsRead { get; set; }

    public bool IsFull => Messages.Count >= FullMessages || Bytes!.IsFull;

    public void Clear()
    {
        if (Rows.Length > KeptBytes) Rows = new RowBinaryWriter(RowBytes);
        Messages.Clear();
        Rows.Clear();
        Runs.Clear();
        Places.Clear();
        Rejected.Clear();
        Learners.Clear();
        StoredFrom = long.MaxValue;
        StoredUntil = long.MinValue;
        RejectedBytes = 0;
        Ignored.Clear();
        IsRead = false;
    }
}
