using Engagement.ClickHouse;

namespace Engagement.Ingest.Reading;

/// <summary>
/// A few hundred messages in the order they came, then the rows made of them. One owner at a time: the loop fills it, one
/// reader reads it, the loop takes the rows. Used again after <see cref="Clear"/>.
/// </summary>
internal sealed class Chunk
{
    public const int FullMessages = 512;
    public const int FullBytes = 512 << 10;

    // A giant message must not keep its room for ever.
    private const int KeptBytes = 4 << 20;

    private byte[] _bytes = new byte[FullBytes];
    private int _used;

    // Filled by the loop.
    public List<Message> Messages { get; } = new(FullMessages);

    /// <summary>Timestamp of the <see cref="TimeProvider"/> when the first message came.</summary>
    public long StartedAt { get; set; }

    // Filled by a reader.
    public RowBinaryWriter Rows { get; private set; } = new(FullBytes);
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

    /// <summary>Set by the loop once the reader gave it back.</summary>
    public bool IsRead { get; set; }

    public bool IsFull => Messages.Count >= FullMessages || _used >= FullBytes;

    public Slice Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _bytes.Length - _used)
            Array.Resize(ref _bytes, checked((int)Math.Max(_bytes.Length * 2L, (long)_used + bytes.Length)));
        var slice = new Slice(_used, bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_used));
        _used += bytes.Length;
        return slice;
    }

    public ReadOnlySpan<byte> this[Slice slice] => slice.IsNull ? default : _bytes.AsSpan(slice.Start, slice.Length);

    public void Clear()
    {
        if (_bytes.Length > KeptBytes) _bytes = new byte[FullBytes];
        if (Rows.Length > KeptBytes) Rows = new RowBinaryWriter(FullBytes);
        _used = 0;
        Messages.Clear();
        Rows.Clear();
        Runs.Clear();
        Places.Clear();
        Rejected.Clear();
        Learners.Clear();
        StoredFrom = long.MaxValue;
        StoredUntil = long.MinValue;
        RejectedBytes = 0;
        IsRead = false;
    }
}
