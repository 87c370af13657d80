using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Engagement.ClickHouse.Transport;

namespace Engagement.ClickHouse;

/// <summary>
/// ClickHouse over its HTTP interface. Thread-safe; one per server and database. Values reach a query only as parameters:
/// write <c>{name:Type}</c> in the SQL and pass <c>("name", value)</c>.
/// Errors of the server are <see cref="ClickHouseException"/>, of the network <see cref="HttpRequestException"/>.
/// </summary>
public sealed class ClickHouseClient : IDisposable
{
    private static readonly JsonSerializerOptions Rows = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    private static readonly KeyValuePair<string, string> ToItsEnd = new("wait_end_of_query", "1");

    // What is run has other constants each time, such as the number of a run, so it would be compiled anew each time: a tenth of a small run.
    private static readonly KeyValuePair<string, string>[] Uncompiled =
        [new("compile_expressions", "0"), new("compile_aggregate_expressions", "0"), new("compile_sort_description", "0")];

    // Where FINAL meets a condition on the sorting key, as on one learner, all other columns are read of what fits it alone. What is not of the
    // key is still judged after FINAL.
    private static readonly KeyValuePair<string, string> KeyFirst = new("optimize_move_to_prewhere_if_final", "1");

    private readonly ClickHouseOptions _options;
    private readonly IClickHouseTransport _transport;

    /// <exception cref="ArgumentOutOfRangeException">The insert timeout is out of its range.</exception>
    public ClickHouseClient(ClickHouseOptions options)
    {
        if (options.InsertTimeout < TimeSpan.FromMilliseconds(100) || options.InsertTimeout > TimeSpan.FromMinutes(10))
            throw new ArgumentOutOfRangeException(nameof(options), options.InsertTimeout, "ClickHouse:InsertTimeout must be from 00:00:00.1 to 00:10:00.");
        _options = options;
        _transport = options.Transport(options);
    }

    public string Database => _options.Database;

    public Uri Url => new(_options.Url);

    /// <inheritdoc cref="ClickHouseOptions.Cluster"/>
    public string Cluster => _options.Cluster;

    /// <summary>The name of what carries its requests.</summary>
    public string Transport => _transport.Name;

    /// <summary>Time an insert may take before it counts as failed, with an unknown outcome.</summary>
    public TimeSpan InsertTimeout => _options.InsertTimeout;

    /// <summary>Runs a statement without a result. Answers after it is done.</summary>
    /// <param name="sql">One statement.</param>
    /// <param name="parameters">Values of its parameters.</param>
    /// <param name="threads">Most threads it may use; 0: as many as the server likes.</param>
    /// <param name="cancel">Leaves the outcome unknown.</param>
    public async Task ExecuteAsync(string sql, (string Name, object? Value)[]? parameters = null, int threads = 0, CancellationToken cancel = default)
    {
        KeyValuePair<string, string>[] settings = [ToItsEnd, .. Uncompiled];
        using var nothing = await AskAsync(sql, parameters, cancel,
            threads == 0 ? settings : [.. settings, new("max_threads", threads.ToString(CultureInfo.InvariantCulture))]);
    }

    /// <summary>Rows of a query, read as they arrive; it is stopped where they are read no more. Columns map to properties by snake_case name.</summary>
    public async IAsyncEnumerable<T> QueryAsync<T>(
        string sql, (string Name, object? Value)[]? parameters = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var body = await AskAsync(sql, parameters, cancel,
            ToItsEnd, new("default_format", "JSONEachRow"), new("output_format_json_quote_64bit_integers", "0"), new("cancel_http_readonly_queries_on_client_close", "1"));
        await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable<T>(body, topLevelValues: true, Rows, cancel))
            yield return row!;
    }

    /// <summary>The rows of a query that gives few.</summary>
    public async Task<List<T>> ListAsync<T>(string sql, (string Name, object? Value)[]? parameters = null, CancellationToken cancel = default)
    {
        var rows = new List<T>();
        await foreach (var row in QueryAsync<T>(sql, parameters, cancel)) rows.Add(row);
        return rows;
    }

    /// <summary>First column of the first row as text; null where there is no row.</summary>
    public async Task<string?> ScalarAsync(string sql, (string Name, object? Value)[]? parameters = null, CancellationToken cancel = default)
    {
        using var body = new StreamReader(await AskAsync(sql, parameters, cancel, ToItsEnd, new("default_format", "TabSeparatedRaw")));
        var text = await body.ReadToEndAsync(cancel);
        if (text.Length == 0) return null;
        var end = text.AsSpan().IndexOfAny('\t', '\n');
        return end < 0 ? text : text[..end];
    }

    /// <summary>The raw result of a query in any of ClickHouse's formats, as it arrives. Dispose it.</summary>
    public Task<Stream> StreamAsync(
        string sql, string format, (string Name, object? Value)[]? parameters = null, CancellationToken cancel = default) =>
        AskAsync(sql, parameters, cancel, new KeyValuePair<string, string>("default_format", format));

    /// <summary>One INSERT, answered after the rows are durable.</summary>
    /// <param name="into">Table and columns, e.g. <c>statements (statement_id, verb)</c>.</param>
    /// <param name="format">Format of the body, e.g. RowBinary.</param>
    /// <param name="body">The rows. Sent as it is, on each try.</param>
    /// <param name="token">Deduplication token: the same on each try of the same rows, unique otherwise.</param>
    /// <param name="cancel">Leaves the outcome unknown.</param>
    public Task InsertAsync(string into, string format, ReadOnlyMemory<byte> body, string token, CancellationToken cancel = default) =>
        InsertAsync(into, format, new ReadOnlyMemoryContent(body), token, cancel);

    /// <summary>One INSERT of a whole block, answered after its rows are durable.</summary>
    /// <param name="into">Table and columns; those of the block, in any order.</param>
    /// <param name="block">Not to be changed until this ends.</param>
    /// <param name="token">Deduplication token: the same on each try of the same rows, unique otherwise.</param>
    /// <param name="cancel">Leaves the outcome unknown.</param>
    public Task InsertAsync(string into, NativeBlock block, string token, CancellationToken cancel = default) =>
        InsertAsync(into, "Native", new PartsContent([.. block.Parts()]), token, cancel);

    /// <summary>One INSERT of a few rows, answered after they are durable. Properties map to columns by snake_case name.</summary>
    /// <param name="into">Table; columns that no property has get their defaults.</param>
    /// <param name="rows">None: nothing is sent. No number among them may be infinite or NaN.</param>
    /// <param name="cancel">Leaves the outcome unknown.</param>
    public Task InsertRowsAsync<T>(string into, IEnumerable<T> rows, CancellationToken cancel = default)
    {
        var lines = string.Join('\n', rows.Select(row => JsonSerializer.Serialize(row, Rows)));
        return lines.Length == 0
            ? Task.CompletedTask
            : InsertAsync(into, "JSONEachRow", new StringContent(lines, Encoding.UTF8), Guid.NewGuid().ToString(), cancel);
    }

    private async Task InsertAsync(string into, string format, HttpContent body, string token, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(InsertTimeout);
        using var content = body;
        // A try after one that reached the table but not the views over it must still reach those. Rows with one key are left to
        // merges and to FINAL: looking for them in each insert is a good part of its cost, and they are few.
        KeyValuePair<string, string>[] settings =
        [
            ToItsEnd, new("async_insert", "0"), new("wait_for_async_insert", "1"), new("insert_deduplicate", "1"),
            new("deduplicate_blocks_in_dependent_materialized_views", "1"), new("optimize_on_insert", "0"),
            new("throw_on_max_partitions_per_insert_block", "0"), new("date_time_input_format", "best_effort"), new("insert_deduplication_token", token),
        ];
        try
        {
            await _transport.InsertAsync(new($"INSERT INTO {into} FORMAT {format}", settings), content, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new HttpRequestException($"ClickHouse did not answer an insert into {into.Split(' ')[0]} within {InsertTimeout.TotalSeconds:0.#} s");
        }
    }

    /// <summary>Throws where the server does not answer.</summary>
    public Task PingAsync(CancellationToken cancel = default) => _transport.PingAsync(cancel);

    /// <summary>Another client of the same server.</summary>
    public ClickHouseClient InDatabase(string database) => new(_options.In(database));

    public void Dispose() => _transport.Dispose();

    private Task<Stream> AskAsync(
        string sql, (string Name, object? Value)[]? parameters, CancellationToken cancel, params KeyValuePair<string, string>[] settings) =>
        _transport.AskAsync(new(sql, parameters is null
            ? [KeyFirst, .. settings]
            : [KeyFirst, .. settings, .. parameters.Select(given => KeyValuePair.Create("param_" + given.Name, QueryParameter.Format(given.Value)))]), cancel);
}
