namespace Engagement.ClickHouse;

/// <summary>One column of a <see cref="NativeBlock"/>: takes values in RowBinary, one a row, and keeps them as Native wants them.</summary>
internal abstract class NativeColumn
{
    protected const int Capacity = 1 << 12;

    /// <exception cref="ArgumentException">A type this program never sends.</exception>
    public static NativeColumn Of(string type)
    {
        if (type == "String") return new Text();
        if (type == "Array(String)") return new Texts();
        const string nullable = "Nullable(";
        return type.StartsWith(nullable, StringComparison.Ordinal) ? new NullableFixed(Width(type[nullable.Length..^1])) : new Fixed(Width(type));
    }

    /// <summary>Keeps the value that <paramref name="row"/> begins with.</summary>
    /// <returns>Its bytes in RowBinary.</returns>
    public abstract int Take(ReadOnlySpan<byte> row);

    /// <summary>Makes room for so many rows more. Texts: as long as those so far, of which there are <paramref name="known"/>.</summary>
    public abstract void Reserve(int rows, int known);

    public abstract void Clear();

    /// <summary>The values, in this order.</summary>
    public abstract IEnumerable<ReadOnlyMemory<byte>> Parts { get; }

    private static int Width(string type) => type.Split('(')[0] switch
    {
        "Bool" or "Int8" or "UInt8" => 1,
        "Int32" or "UInt32" => 4,
        "Int64" or "UInt64" or "Float64" or "DateTime64" => 8,
        "UUID" => 16,
        _ => throw new ArgumentException($"Columns of type {type} are not sent as Native", nameof(type)),
    };

    private static void Reserve(RowBinaryWriter texts, int rows, int known)
    {
        if (known > 0) texts.Reserve((int)Math.Min(int.MaxValue / 2, (long)texts.Length * rows / known));
    }

    private static int VarUInt(ReadOnlySpan<byte> row, out int value)
    {
        value = row[0];
        if (value < 0x80) return 1;
        value &= 0x7F;
        for (int at = 1, shift = 7; ; at++, shift += 7)
        {
            value |= (row[at] & 0x7F) << shift;
            if (row[at] < 0x80) return at + 1;
        }
    }

    private sealed class Fixed(int width) : NativeColumn
    {
        private readonly RowBinaryWriter _values = new(Capacity);

        public override int Take(ReadOnlySpan<byte> row)
        {
            _values.Bytes(row[..width]);
            return width;
        }

        public override void Reserve(int rows, int known) => _values.Reserve(rows * width);
        public override void Clear() => _values.Clear();
        public override IEnumerable<ReadOnlyMemory<byte>> Parts => [_values.Written];
    }

    private sealed class NullableFixed(int width) : NativeColumn
    {
        private static readonly byte[] Nothing = new byte[16];

        private readonly RowBinaryWriter _nulls = new(Capacity);
        private readonly RowBinaryWriter _values = new(Capacity);

        public override int Take(ReadOnlySpan<byte> row)
        {
            var isNull = row[0] != 0;
            _nulls.Byte(row[0]);
            _values.Bytes(isNull ? Nothing.AsSpan(0, width) : row.Slice(1, width));
            return isNull ? 1 : 1 + width;
        }

        public override void Reserve(int rows, int known)
        {
            _nulls.Reserve(rows);
            _values.Reserve(rows * width);
        }

        public override void Clear()
        {
            _nulls.Clear();
            _values.Clear();
        }

        public override IEnumerable<ReadOnlyMemory<byte>> Parts => [_nulls.Written, _values.Written];
    }

    private sealed class Text : NativeColumn
    {
        private readonly RowBinaryWriter _texts = new(Capacity);

        public override int Take(ReadOnlySpan<byte> row)
        {
            var bytes = VarUInt(row, out var length) + length;
            _texts.Bytes(row[..bytes]);
            return bytes;
        }

        public override void Reserve(int rows, int known) => Reserve(_texts, rows, known);
        public override void Clear() => _texts.Clear();
        public override IEnumerable<ReadOnlyMemory<byte>> Parts => [_texts.Written];
    }

    private sealed class Texts : NativeColumn
    {
        private readonly RowBinaryWriter _ends = new(Capacity); // how many texts there are up to the end of each row
        private readonly RowBinaryWriter _texts = new(Capacity);
        private ulong _count;

        public override int Take(ReadOnlySpan<byte> row)
        {
            var start = VarUInt(row, out var count);
            var end = start;
            for (var i = 0; i < count; i++) end += VarUInt(row[end..], out var length) + length;
            _texts.Bytes(row[start..end]);
            _ends.UInt64(_count += (ulong)count);
            return end;
        }

        public override void Reserve(int rows, int known)
        {
            _ends.Reserve(rows * 8);
            Reserve(_texts, rows, known);
        }

        public override void Clear()
        {
            _ends.Clear();
            _texts.Clear();
            _count = 0;
        }

        public override IEnumerable<ReadOnlyMemory<byte>> Parts => [_ends.Written, _texts.Written];
    }
}
