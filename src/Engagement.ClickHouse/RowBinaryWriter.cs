using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Engagement.ClickHouse;

/// <summary>
/// Writes rows in ClickHouse's RowBinary format into one growing buffer. Values are written in the column order of the INSERT.
/// Not thread-safe. <see cref="Clear"/> keeps the buffer for the next batch.
/// </summary>
public sealed class RowBinaryWriter(int capacity = 1 << 20)
{
    private readonly ArrayBufferWriter<byte> _out = new(capacity);

    public int Length => _out.WrittenCount;

    public ReadOnlyMemory<byte> Written => _out.WrittenMemory;

    public void Clear() => _out.ResetWrittenCount();

    public void Bool(bool value) => Byte(value ? (byte)1 : (byte)0);

    /// <summary>UInt8, Int8 and Enum8.</summary>
    public void Byte(byte value)
    {
        _out.GetSpan(1)[0] = value;
        _out.Advance(1);
    }

    public void Int32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_out.GetSpan(4), value);
        _out.Advance(4);
    }

    public void UInt32(uint value) => Int32(unchecked((int)value));

    public void UInt64(ulong value) => Int64(unchecked((long)value));

    /// <summary>Int64, and DateTime64 as its ticks.</summary>
    public void Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_out.GetSpan(8), value);
        _out.Advance(8);
    }

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
        Encoding.UTF8.GetBytes(value, _out.GetSpan(length));
        _out.Advance(length);
    }

    /// <summary>FixedString(N), and parts of other values, as they are.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_out.GetSpan(bytes.Length));
        _out.Advance(bytes.Length);
    }

    /// <summary>The flag before a Nullable value; write the value only after <c>false</c>.</summary>
    public void Null(bool isNull) => Bool(isNull);

    /// <summary>Length of a String or of an Array.</summary>
    public void VarUInt(uint value)
    {
        var span = _out.GetSpan(5);
        var n = 0;
        for (; value >= 0x80; value >>= 7) span[n++] = (byte)(value | 0x80);
        span[n++] = (byte)value;
        _out.Advance(n);
    }
}
