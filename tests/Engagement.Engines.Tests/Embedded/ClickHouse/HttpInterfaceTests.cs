using System.Net;
using System.Text;
using System.Text.Json;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Embedded.ClickHouse;

public sealed class HttpInterfaceTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private ClickHouseClient _client = null!;
    private string _database = "";

    public async Task InitializeAsync()
    {
        _client = await ClickHouseEngine.NewEmptyDatabaseAsync();
        (_http.BaseAddress, _database) = (_client.Url, _client.Database);
    }

    public Task DisposeAsync()
    {
        _http.Dispose();
        _client.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("/ping")]
    [InlineData("/")]
    [InlineData("/replicas_status")]
    public async Task A_health_check_says_ok(string path) => Assert.Equal("Ok.\n", await _http.GetStringAsync(path));

    [Fact]
    public async Task The_query_may_be_in_the_url_in_the_body_or_in_both()
    {
        Assert.Equal("1\n", await _http.GetStringAsync("/?query=SELECT%201"));
        Assert.Equal("1\n", await PostAsync("", "SELECT 1"));
        Assert.Equal("10\n", await PostAsync("&query=SELECT%20count()", "FROM numbers(10)"));
    }

    [Fact]
    public async Task A_setting_in_the_url_is_for_that_query_alone()
    {
        const string Ask = "SELECT getSetting('max_threads'), getSetting('async_insert'), getSetting('max_block_size')";
        var before = await PostAsync("", Ask);

        Assert.Equal("7\ttrue\t123\n", await PostAsync("&max_threads=7&async_insert=1&max_block_size=123", Ask));
        for (var i = 0; i < 40; i++) Assert.Equal(before, await PostAsync("", Ask)); // more requests than there are places
    }

    [Fact]
    public async Task A_database_and_a_temporary_table_end_with_their_request()
    {
        await PostAsync("", "CREATE TEMPORARY TABLE passing (x UInt8)");

        Assert.Equal("default\n", await (await _http.PostAsync("/", new StringContent("SELECT currentDatabase()"))).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync("", "SELECT * FROM passing")).StatusCode);
    }

    [Fact]
    public async Task An_insert_is_never_answered_before_it_is_on_disk() =>
        Assert.Equal("false\n", await PostAsync("", "SELECT getSetting('async_insert')"));

    [Fact]
    public async Task Parameters_are_values_and_never_sql() =>
        Assert.Equal("\\'; DROP TABLE x --\t5\n", await PostAsync("&param_text=" + Uri.EscapeDataString("'; DROP TABLE x --") + "&param_n=5",
            "SELECT {text:String}, {n:UInt8}"));

    [Theory]
    [InlineData("SELECT * FROM missing", 404, 60)]
    [InlineData("SELECT nothing", 404, 47)]
    [InlineData("SELEC 1 FRO", 400, 62)]
    [InlineData("SELECT 1; SELECT 2", 400, 62)]
    [InlineData("SELECT 1 FORMAT Nothing", 404, 73)]
    [InlineData("SELECT {x:UInt8}", 500, 456)]
    [InlineData("SELECT throwIf(number = 90000) FROM numbers(100000)", 500, 395)]
    [InlineData("SELECT 1 INTO OUTFILE '/tmp/engagement-should-not-be'", 500, 358)]
    [InlineData("INSERT INTO t FROM INFILE '/etc/passwd' FORMAT LineAsString", 500, 358)]
    public async Task An_error_has_the_code_the_status_and_the_words_of_ClickHouse(string sql, int status, int code)
    {
        using var response = await SendAsync("", sql);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal($"{code}", response.Headers.GetValues("X-ClickHouse-Exception-Code").Single());
        Assert.Matches($@"^Code: {code}\. DB::Exception: [\s\S]+ \([A-Z_]+\) \(version [0-9.]+\)\n$", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("&database=missing", 404, "UNKNOWN_DATABASE")]
    [InlineData("&no_such_setting=1", 404, "UNKNOWN_SETTING")]
    [InlineData("&max_threads=many", 400, "CANNOT_PARSE_INPUT_ASSERTION_FAILED")]
    [InlineData("&max_memory_usage=1000000", 500, "MEMORY_LIMIT_EXCEEDED")]
    [InlineData("&session_id=mine", 501, "NOT_IMPLEMENTED")]
    [InlineData("&compress=1", 501, "NOT_IMPLEMENTED")]
    public async Task What_the_url_asks_and_can_not_be_done_is_refused(string url, int status, string name)
    {
        using var response = await SendAsync(url, "SELECT uniqExact(number) FROM numbers(10000000)");

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Contains($"({name})", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Get_changes_nothing()
    {
        using var response = await _http.GetAsync($"/?database={_database}&query=CREATE%20TABLE%20t%20(x%20UInt8)%20ENGINE%3DMemory");

        Assert.Equal("164", response.Headers.GetValues("X-ClickHouse-Exception-Code").Single());
    }

    [Fact]
    public async Task The_answer_says_what_was_read_and_written()
    {
        await PostAsync("", "CREATE TABLE t (x UInt64) ENGINE = MergeTree ORDER BY x");
        using var insert = await SendAsync("&query=INSERT%20INTO%20t%20FORMAT%20TSV", "1\n2\n3\n");
        using var select = await SendAsync("&query_id=mine&wait_end_of_query=1", "SELECT x FROM t WHERE x > 1 FORMAT CSV");

        Assert.Equal("3", Summary(insert, "written_rows"));
        Assert.Equal("3", Summary(select, "read_rows"));
        Assert.Equal("2", Summary(select, "result_rows"));
        Assert.Equal("mine", select.Headers.GetValues("X-ClickHouse-Query-Id").Single());
        Assert.Equal("CSV", select.Headers.GetValues("X-ClickHouse-Format").Single());
        Assert.Equal("text/csv", select.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("JSONEachRow", "{\"x\":1}\n")]
    [InlineData("CSVWithNames", "\"x\"\n1\n")]
    [InlineData("TabSeparated", "1\n")]
    public async Task The_format_comes_from_the_url_or_a_header_where_the_query_names_none(string format, string expected)
    {
        using var byHeader = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("SELECT 1 AS x"), Headers = { { "X-ClickHouse-Format", format } } };

        Assert.Equal(expected, await PostAsync("&default_format=" + format, "SELECT 1 AS x"));
        Assert.Equal(expected, await (await _http.SendAsync(byHeader)).Content.ReadAsStringAsync());
    }

    // The engine's own chunks are documents of their own: each of these would come out as several.
    [Theory]
    [InlineData("JSON")]
    [InlineData("JSONCompact")]
    [InlineData("JSONColumns")]
    public async Task A_result_of_many_blocks_is_one_document(string format)
    {
        var text = await PostAsync("", $"SELECT number % 3 AS k, count() AS n FROM numbers(300000) GROUP BY k, number WITH TOTALS FORMAT {format}");

        using var document = JsonDocument.Parse(text); // throws where something follows the first document
        if (document.RootElement.TryGetProperty("rows", out var rows)) Assert.Equal(300_000, rows.GetInt32());
    }

    [Theory]
    [InlineData("SELECT 1 AS format", "1\n")]
    [InlineData("SELECT format FROM (SELECT 2 AS format)", "2\n")]
    [InlineData("SELECT 3 AS format SETTINGS max_threads = 1", "3\n")]
    [InlineData("SELECT 'FORMAT CSV; INTO OUTFILE' -- FORMAT JSON", "FORMAT CSV; INTO OUTFILE\n")]
    [InlineData("SELECT 'it''s', \"x\" FROM (SELECT 1 AS x);", "it\\'s\t1\n")]
    [InlineData("(SELECT 1) UNION ALL (SELECT 1) /* FORMAT JSON */", "1\n1\n")]
    [InlineData("WITH 5 AS x SELECT x FORMAT CSV SETTINGS max_threads = 1", "5\n")]
    [InlineData("FROM numbers(1) SELECT number", "0\n")]
    [InlineData("SHOW DATABASES LIKE 'system'", "system\n")]
    [InlineData("EXISTS TABLE system.one", "1\n")]
    public async Task A_query_means_what_it_means_to_ClickHouse(string sql, string expected) => Assert.Equal(expected, await PostAsync("", sql));

    [Fact]
    public async Task A_query_id_is_used_by_one_query_at_a_time()
    {
        using var stop = new CancellationTokenSource();
        var slow = SendAsync("&query_id=once", "SELECT sleepEachRow(0.1) FROM numbers(300) SETTINGS max_block_size = 1", stop.Token);
        await Until.TrueAsync(async () => await PostAsync("", "SELECT count() FROM system.processes WHERE Settings['log_comment'] = 'once'") == "1\n", "the queries run", 30);

        using var second = await SendAsync("&query_id=once", "SELECT 1");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);

        Assert.Equal("216", second.Headers.GetValues("X-ClickHouse-Exception-Code").Single());
    }

    [Fact]
    public async Task Eight_requests_run_at_once()
    {
        var slow = Enumerable.Range(0, 8).Select(_ => PostAsync("", "SELECT sleep(1)")).ToArray();
        await Until.TrueAsync(async () => await PostAsync("", "SELECT count() >= 8 FROM system.processes WHERE query LIKE 'SELECT sleep(1)%'") == "1\n", "the queries run", 30);

        Assert.All(await Task.WhenAll(slow), answer => Assert.Equal("0\n", answer));
    }

    [Fact]
    public async Task More_requests_than_places_all_get_their_own_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => PostAsync($"&param_i={i}", "SELECT {i:UInt32}, count() FROM numbers(100000)")));

        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i}\t100000\n"), answers);
    }

    private async Task<string> PostAsync(string url, string body)
    {
        using var response = await SendAsync(url, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return text;
    }

    private Task<HttpResponseMessage> SendAsync(string url, string body, CancellationToken cancel = default) =>
        _http.PostAsync((url.Contains("database=") ? "/?" + url : $"/?database={_database}" + url), new StringContent(body, Encoding.UTF8), cancel);

    private static string? Summary(HttpResponseMessage response, string name) =>
        JsonDocument.Parse(response.Headers.GetValues("X-ClickHouse-Summary").Single()).RootElement.GetProperty(name).GetString();
}
