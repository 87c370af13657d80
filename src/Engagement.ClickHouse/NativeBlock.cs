namespace Engagement.ClickHouse;

/// <summary>
/// A block of rows in ClickHouse's Native format, column by column as the server itself keeps them: it takes them in at half the
/// price of RowBinary. Rows are given in RowBinary, as it is made in one go where a row comes into being. Not thread-safe.
/// <see cref="Clear"/> keeps the memory for the next block.
/// </summary>
public sealed class NativeBlock
{
    // Rows that tell how long texts are.
    private const int Sample = 1000;

    private readonly byte[][] _headers;
    private readonly NativeColumn[] _columns;
    private int _expected;

    /// <param name="columns">
    /// In the order of the rows' values: Bool, (U)Int8, 32 and 64, Float64, DateTime64, UUID, these as Nullable, String and
    /// Array(String). The server casts where its column has another type, such as LowCardinality(String) or an Enum8.
    /// </param>
    /// <exception cref="ArgumentException">Another type.</exception>
    public NativeBlock(IReadOnlyList<(string Name, string Type)> columns)
    {
        _headers = [.. columns.Select(column => Header(column.Name, column.Type))];
        _columns = [.. columns.Select(column => NativeColumn.Of(column.Type))];
    }

    public int Rows { get; private set; }

    /// <param name="row">One row in RowBinary.</param>
    /// <exception cref="ArgumentException">More or fewer bytes than the columns take.</exception>
    public void Add(ReadOnlySpan<byte> row)
    {
        foreach (var column in _columns) row = row[column.Take(row)..];
        if (!row.IsEmpty) throw new ArgumentException($"{row.Length} bytes are left of a row of {_columns.Length} columns", nameof(row));
        if (++Rows == Sample && _expected > Sample) MakeRoom(_expected - Sample);
    }

    /// <summary>Tells an empty block how many rows will come: it makes room once, where it would else grow many times.</summary>
    public void Expect(int rows)
    {
        _expected = rows;
        MakeRoom(rows);
    }

    public void Clear()
    {
        foreach (var column in _columns) column.Clear();
        Rows = 0;
    }

    /// <summary>The block, in pieces that are to be sent one behind the other. Valid until the next change.</summary>
    public IEnumerable<ReadOnlyMemory<byte>> Parts()
    {
        var counts = new RowBinaryWriter(16);
        counts.VarUInt((uint)_columns.Length);
        counts.VarUInt((uint)Rows);
        yield return counts.Written;
        for (var i = 0; i < _columns.Length; i++)
        {
            yield return _headers[i];
            foreach (var part in _columns[i].Parts) yield return part;
        }
    }

    private void MakeRoom(int rows)
    {
        foreach (var column in _columns) column.Reserve(rows, Rows);
    }

    private static byte[] Header(string name, string type)
    {
        var header = new RowBinaryWriter(64);
        header.String(name);
        header.String(type);
        return header.Written.ToArray();
    }
}
