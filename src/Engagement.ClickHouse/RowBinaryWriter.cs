using System.Buffers.Binary;
using System.Text;

namespace Engagement.ClickHouse;

/// <summary>
/// Writes rows in ClickHouse's RowBinary format into one growing buffer. Values are written in the column order of the INSERT.
/// Not thread-safe. <see cref="Clear"/> keeps the buffer for the next batch.
/// </summary>
public sealed class RowBinaryWriter(int capacity = 1 << 20)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Makes room for so many more bytes. What was written before is kept.</summary>
    public void Reserve(int count)
    {
        // An eighth more: of many batches of about one size, each that is a little larger would else need a new buffer.
        if (count > _bytes.Length - Length) Resize(((long)Length + count) * 9 / 8);
    }

    public void Bool(bool value) => Byte(value ? (byte)1 : (byte)0);

    /// <summary>UInt8, Int8 and Enum8.</summary>
    public void Byte(byte value)
    {
        Next(1)[0] = value;
    }

    public void Int32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Next(4), value);

    public void UInt32(uint value) => Int32(unchecked((int)value));

    public void UInt64(ulong value) => Int64(unchecked((long)value));

    /// <summary>Int64, and DateTime64 as its ticks.</summary>
    public void Int64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Next(8), value);

    public void Double(double value) => Int64(BitConverter.DoubleToInt64Bits(value));

    /// <summary>ClickHouse keeps a UUID as two little-endian halves, the first eight bytes of its text first.</summary>
    public void Uuid(Guid value)
    {
        Span<byte> text = stackalloc byte[16];
        value.TryWriteBytes(text, bigEndian: true, out _);
        Int64(BinaryPrimitives.ReadInt64BigEndian(text));
        Int64(BinaryPrimitives.ReadInt64BigEndian(text[8..]));
    }

    /// <summary>String and LowCardinality(String).</summary>
    public void String(ReadOnlySpan<byte> utf8)
    {
        VarUInt((uint)utf8.Length);
        Bytes(utf8);
    }

    public void String(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        VarUInt((uint)length);
        Encoding.UTF8.GetBytes(value, Next(length));
    }

    /// <summary>FixedString(N), and parts of other values, as they are.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Next(bytes.Length));

    /// <summary>The flag before a Nullable value; write the value only after <c>false</c>.</summary>
    public void Null(bool isNull) => Bool(isNull);

    /// <summary>Length of a String or of an Array.</summary>
    public void VarUInt(uint value)
    {
        for (; value >= 0x80; value >>= 7) Byte((byte)(value | 0x80));
        Byte((byte)value);
    }

    private void Resize(long size) => Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, size));

    private Span<byte> Next(int count)
    {
        if (count > _bytes.Length - Length) Resize(Math.Max(_bytes.Length + _bytes.Length / 4L, (long)Length + count)); // kept for the next batch, so not by half
        var next = _bytes.AsSpan(Length, count);
        Length += count;
        return next;
    }
}
