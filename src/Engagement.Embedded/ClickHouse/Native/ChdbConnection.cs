using System.Text;

namespace Engagement.Embedded.ClickHouse.Native;

/// <summary>
/// One session of the engine: its settings, its current database, its temporary tables. Every call blocks, and calls on one
/// connection must not overlap; any thread may make them.
/// </summary>
internal sealed unsafe class ChdbConnection : IDisposable
{
    private static readonly (string Name, string Value)[] None = [];
    private nint* _handle;

    /// <param name="handle">As chdb_connect gave it.</param>
    public ChdbConnection(nint* handle) => _handle = handle;

    private delegate nint Call(byte* sql, nuint sqlLength, byte* format, nuint formatLength,
        byte** names, nuint* nameLengths, byte** values, nuint* valueLengths, nuint count);

    /// <summary>How many statements a text holds and what they do; runs nothing.</summary>
    public (uint Statements, StatementClass Class) Classify(ReadOnlySpan<byte> sql)
    {
        var analysis = new Chdb.Analysis { StructSize = (uint)sizeof(Chdb.Analysis) };
        fixed (byte* text = sql)
        {
            if (Chdb.Classify(*_handle, text, (nuint)sql.Length, null, 0, &analysis) != 0) return (0, StatementClass.Unknown);
        }
        return (analysis.StatementCount, analysis.Class);
    }

    /// <summary>Runs a statement to its end and holds its whole result.</summary>
    public ChdbResult Query(ReadOnlySpan<byte> sql, string format, IReadOnlyList<(string Name, string Value)>? parameters = null)
    {
        var connection = *_handle;
        return new ChdbResult(Bind(sql, format, parameters ?? None, (s, sn, f, fn, n, nn, v, vn, c) => Chdb.Query(connection, s, sn, f, fn, n, nn, v, vn, c)));
    }

    public ChdbResult Query(string sql, string format = "TabSeparatedRaw") => Query(Encoding.UTF8.GetBytes(sql), format);

    /// <summary>Runs a statement without a result.</summary>
    public void Execute(string sql)
    {
        using var result = (IDisposable)Query(sql);
    }

    /// <summary>Starts an INSERT whose rows come in pieces.</summary>
    /// <param name="sql">Without FORMAT and data.</param>
    /// <param name="format">Of the pieces.</param>
    /// <param name="parameters">Values of <c>{name:Type}</c>.</param>
    public ChdbInsert Insert(ReadOnlySpan<byte> sql, string format, IReadOnlyList<(string Name, string Value)> parameters)
    {
        var connection = *_handle;
        return new ChdbInsert(Bind(sql, format, parameters, (s, sn, f, fn, n, nn, v, vn, c) => Chdb.StreamInsert(connection, s, sn, f, fn, n, nn, v, vn, c)));
    }

    public void Dispose()
    {
        if (_handle == null) return;
        Chdb.Close(_handle);
        _handle = null;
    }

    private static nint Bind(ReadOnlySpan<byte> sql, string format, IReadOnlyList<(string Name, string Value)> parameters, Call call)
    {
        using var names = new Utf8Arguments([.. parameters.Select(p => p.Name)]);
        using var values = new Utf8Arguments([.. parameters.Select(p => p.Value)]);
        fixed (byte* text = sql)
        fixed (byte* formatText = Encoding.UTF8.GetBytes(format))
        {
            return call(text, (nuint)sql.Length, formatText, (nuint)Encoding.UTF8.GetByteCount(format),
                names.Pointers, names.Lengths, values.Pointers, values.Lengths, (nuint)parameters.Count);
        }
    }
}
