using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

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

    private readonly ClickHouseOptions _options;
    private readonly HttpClient _http;

    /// <exception cref="ArgumentOutOfRangeException">The insert timeout is out of its range.</exception>
    public ClickHouseClient(ClickHouseOptions options)
    {
        if (options.InsertTimeout < TimeSpan.FromMilliseconds(100) || options.InsertTimeout > TimeSpan.FromMinutes(10))
            throw new ArgumentOutOfRangeException(nameof(options), options.InsertTimeout, "ClickHouse:InsertTimeout must be from 00:00:00.1 to 00:10:00.");
        _options = options;
        _http = new HttpClient(new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(45),
            AutomaticDecompression = DecompressionMethods.GZip,
        })
        {
            BaseAddress = new Uri(options.Url),
            Timeout = Timeout.InfiniteTimeSpan, // each call bounds itself: an insert by its timeout, a query by its caller
        };
        _http.DefaultRequestHeaders.Add("X-ClickHouse-User", options.User);
        if (options.Password.Length > 0) _http.DefaultRequestHeaders.Add("X-ClickHouse-Key", options.Password);
    }

    public string Database => _options.Database;

    public Uri Url => _http.BaseAddress!;

    /// <summary>Time an insert may take before it counts as failed, with an unknown outcome.</summary>
    public TimeSpan InsertTimeout => _options.InsertTimeout;

    /// <summary>Runs a statement without a result. Answers after it is done.</summary>
    /// <param name="sql">One statement.</param>
    /// <param name="parameters">Values of its parameters.</param>
    /// <param name="threads">Most threads it may use; 0: as many as the server likes.</param>
    /// <param name="cancel">Leaves the outcome unknown.</param>
    public async Task ExecuteAsync(string sql, (string Name, object? Value)[]? parameters = null, int threads = 0, CancellationToken cancel = default)
    {
        var settings = threads == 0 ? "wait_end_of_query=1" : string.Create(CultureInfo.InvariantCulture, $"wait_end_of_query=1&max_threads={threads}");
        using var response = await SendAsync(sql, parameters, settings, null, cancel);
    }

    /// <summary>Rows of a query, read as they arrive; it is stopped where they are read no more. Columns map to properties by snake_case name.</summary>
    public async IAsyncEnumerable<T> QueryAsync<T>(
        string sql, (string Name, object? Value)[]? parameters = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var response = await SendAsync(sql, parameters,
            "wait_end_of_query=1&default_format=JSONEachRow&output_format_json_quote_64bit_integers=0&cancel_http_readonly_queries_on_client_close=1", null, cancel);
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
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
        using var response = await SendAsync(sql, parameters, "wait_end_of_query=1&default_format=TabSeparatedRaw", null, cancel);
        var text = await response.Content.ReadAsStringAsync(cancel);
        if (text.Length == 0) return null;
        var end = text.AsSpan().IndexOfAny('\t', '\n');
        return end < 0 ? text : text[..end];
    }

    /// <summary>The raw result of a query in any of ClickHouse's formats, as it arrives. Dispose the response.</summary>
    public Task<HttpResponseMessage> StreamAsync(
        string sql, string format, (string Name, object? Value)[]? parameters = null, CancellationToken cancel = default) =>
        SendAsync(sql, parameters, "default_format=" + Uri.EscapeDataString(format), null, cancel);

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
        var settings = "async_insert=0&wait_for_async_insert=1&wait_end_of_query=1&insert_deduplicate=1"
            + "&deduplicate_blocks_in_dependent_materialized_views=1&optimize_on_insert=0"
            + "&throw_on_max_partitions_per_insert_block=0&date_time_input_format=best_effort&insert_deduplication_token=" + Uri.EscapeDataString(token);
        try
        {
            using var response = await SendAsync($"INSERT INTO {into} FORMAT {format}", null, settings, content, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new HttpRequestException($"ClickHouse did not answer an insert into {into.Split(' ')[0]} within {InsertTimeout.TotalSeconds:0.#} s");
        }
    }

    /// <summary>Throws where the server does not answer.</summary>
    public async Task PingAsync(CancellationToken cancel = default)
    {
        using var response = await _http.GetAsync("/ping", cancel);
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Another client of the same server.</summary>
    public ClickHouseClient InDatabase(string database) => new(new ClickHouseOptions
    {
        Url = _options.Url, Database = database, User = _options.User, Password = _options.Password, InsertTimeout = InsertTimeout,
    });

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(
        string sql, (string Name, object? Value)[]? parameters, string settings, HttpContent? body, CancellationToken cancel)
    {
        var url = new StringBuilder("/?database=").Append(Uri.EscapeDataString(Database)).Append('&').Append(settings);
        foreach (var (name, value) in parameters ?? [])
            url.Append("&param_").Append(name).Append('=').Append(Uri.EscapeDataString(QueryParameter.Format(value)));
        if (body is null) body = new StringContent(sql, Encoding.UTF8);
        else url.Append("&query=").Append(Uri.EscapeDataString(sql));

        using var request = new HttpRequestMessage(HttpMethod.Post, url.ToString()) { Content = body };
        var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (response.IsSuccessStatusCode && !response.Headers.Contains("X-ClickHouse-Exception-Code")) return response;
        using (response) throw await ErrorAsync(response, cancel);
    }

    private static async Task<ClickHouseException> ErrorAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        var text = (await response.Content.ReadAsStringAsync(cancel)).Trim();
        var code = response.Headers.TryGetValues("X-ClickHouse-Exception-Code", out var values)
            && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : -1;
        return new ClickHouseException(code, text.Length > 0 ? text : $"HTTP {(int)response.StatusCode}");
    }
}
