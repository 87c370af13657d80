using System.Text;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Engines.Tests.ClickHouse;

/// <summary>A block holds what the same rows in RowBinary hold; ClickHouse itself is the reference.</summary>
public sealed class NativeBlockTests : IAsyncLifetime
{
    private static readonly (string Name, string Type)[] Columns =
    [
        ("a", "UUID"), ("b", "Bool"), ("c", "UInt64"), ("d", "String"), ("e", "Int8"), ("f", "Array(String)"), ("g", "Nullable(Int64)"),
        ("h", "Nullable(Bool)"), ("i", "Nullable(Float64)"), ("j", "Nullable(UInt32)"), ("k", "DateTime64(6, 'UTC')"), ("l", "String"), ("m", "Int32"),
        ("n", "Nullable(DateTime64(6, 'UTC'))"),
    ];

    // What the tables of this program have in the place of a plain Int8 or String.
    private const string Table = """
        (a UUID, b Bool, c UInt64, d LowCardinality(String), e Enum8('x' = 0, 'y' = 1, 'z' = 2), f Array(String), g Nullable(Int64), h Nullable(Bool),
        i Nullable(Float64), j Nullable(UInt32), k DateTime64(6, 'UTC'), l String, m Int32, n Nullable(DateTime64(6, 'UTC')), o UInt8 DEFAULT 7)
        ENGINE = MergeTree ORDER BY a
        """;

    private ClickHouseClient _client = null!;

    public async Task InitializeAsync()
    {
        _client = await ClickHouseEngine.NewEmptyDatabaseAsync();
        await _client.ExecuteAsync("CREATE TABLE rows " + Table);
        await _client.ExecuteAsync("CREATE TABLE block " + Table);
    }

    public Task DisposeAsync()
    {
        _client.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_block_holds_what_the_rows_hold()
    {
        var into = $"({string.Join(", ", Columns.Select(c => c.Name))})";
        var block = new NativeBlock(Columns);
        var total = 0;
        // The last is long enough for room to be made by what its first rows took.
        foreach (var rows in Gen.Sample(Row.ArrayOf().Where(rows => rows.Length > 0), 60).Concat(Gen.Sample(Row.ArrayOf(2500), 1)))
        {
            block.Clear();
            block.Expect(rows.Length);
            foreach (var row in rows) block.Add(row);
            Assert.Equal(rows.Length, block.Rows);
            total += rows.Length;
            await _client.InsertAsync("rows " + into, "RowBinary", rows.SelectMany(row => row).ToArray(), Guid.NewGuid().ToString());
            await _client.InsertAsync("block " + into, block, Guid.NewGuid().ToString());
        }

        // Float64 by its bits: a NaN is no NaN's equal.
        const string contents = "SELECT count(), sum(cityHash64(* REPLACE (reinterpretAsUInt64(assumeNotNull(i)) AS i), i IS NULL)) FROM ";
        Assert.Equal($"{total}", await _client.ScalarAsync("SELECT count() FROM block"));
        Assert.Equal(await RowAsync(contents + "rows"), await RowAsync(contents + "block"));
    }

    [Fact]
    public void A_row_of_other_columns_is_refused()
    {
        var block = new NativeBlock([("a", "Bool"), ("b", "String")]);
        var fault = Assert.Throws<ArgumentException>(() => block.Add([1, 1, (byte)'x', 9]));
        Assert.StartsWith("1 bytes are left of a row of 2 columns", fault.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => block.Add([1, 5, (byte)'x']));
        Assert.Throws<ArgumentException>(() => new NativeBlock([("a", "Decimal(9, 2)")]));
    }

    private async Task<string> RowAsync(string sql) => await _client.TextAsync(sql, "TSV");

    private static Gen<byte[]> Row { get; } =
        from id in ArbMap.Default.GeneratorFor<Guid>()
        from number in ArbMap.Default.GeneratorFor<ulong>()
        from texts in Words.ArrayOf()
        from text in Words
        from word in Words
        from nullable in ArbMap.Default.GeneratorFor<long?>()
        from flag in ArbMap.Default.GeneratorFor<bool?>()
        from real in ArbMap.Default.GeneratorFor<double?>()
        from small in ArbMap.Default.GeneratorFor<int?>()
        from kind in Gen.Choose(0, 2)
        select Write(row =>
        {
            row.Uuid(id);
            row.Bool(flag == true);
            row.UInt64(number);
            row.String(word);
            row.Byte((byte)kind);
            row.VarUInt((uint)texts.Length);
            foreach (var t in texts) row.String(t);
            Nullable(row, nullable is null, () => row.Int64(nullable!.Value));
            Nullable(row, flag is null, () => row.Bool(flag!.Value));
            Nullable(row, real is null, () => row.Double(real!.Value));
            Nullable(row, small is null, () => row.Int32(small!.Value));
            row.Int64((long)(number >> 12));
            row.String(text);
            row.Int32(small ?? -1);
            Nullable(row, nullable is null, () => row.Int64((long)(number >> 13)));
        });

    // Lengths on both sides of what one, two and three bytes of a length can say.
    private static Gen<string> Words { get; } =
        from length in Gen.Frequency((8, Gen.Choose(0, 20)), (2, Gen.Elements(126, 127, 128, 129, 300)), (1, Gen.Elements(16_383, 16_384, 40_000)))
        from letter in Gen.Elements('a', 'é', '\0')
        select new string(letter, length);

    private static void Nullable(RowBinaryWriter row, bool isNull, Action value)
    {
        row.Null(isNull);
        if (!isNull) value();
    }

    private static byte[] Write(Action<RowBinaryWriter> write)
    {
        var row = new RowBinaryWriter(16);
        write(row);
        return row.Written.ToArray();
    }
}
