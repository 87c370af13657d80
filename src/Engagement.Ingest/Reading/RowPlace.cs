using System.Buffers.Binary;

namespace Engagement.Ingest.Reading;

/// <summary>
/// Where a row lies in its chunk, and its place in the order of the table <c>statements</c>: learner, then id, as ClickHouse orders
/// UUIDs (their second half first). Rows that come in that order spare the server the sorting, which costs it more than all else
/// it does with them; here only places are sorted, and each row is copied once either way.
/// </summary>
/// <param name="learner">Of the row.</param>
/// <param name="id">Of the row.</param>
/// <param name="start">Its first byte in the chunk's rows.</param>
/// <param name="length">Bytes.</param>
internal readonly struct RowPlace(Guid learner, Guid id, int start, int length) : IComparable<RowPlace>
{
    private readonly UInt128 _learner = Order(learner);
    private readonly UInt128 _id = Order(id);

    public int Start { get; } = start;

    public int Length { get; } = length;

    /// <summary>Which chunk of the batch it lies in.</summary>
    public int Chunk { get; private init; }

    public RowPlace In(int chunk) => this with { Chunk = chunk };

    public int CompareTo(RowPlace other) =>
        _learner != other._learner ? _learner < other._learner ? -1 : 1
        : _id != other._id ? _id < other._id ? -1 : 1
        : Chunk != other.Chunk ? Chunk - other.Chunk
        : Start - other.Start;

    private static UInt128 Order(Guid uuid)
    {
        Span<byte> text = stackalloc byte[16];
        uuid.TryWriteBytes(text, bigEndian: true, out _);
        return new UInt128(BinaryPrimitives.ReadUInt64BigEndian(text[8..]), BinaryPrimitives.ReadUInt64BigEndian(text));
    }
}
