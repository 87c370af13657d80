using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Embedded.ClickHouse;

public sealed class InsertBodyTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private ClickHouseClient _client = null!;

    public async Task InitializeAsync()
    {
        _http.BaseAddress = await ClickHouseEngine.UrlAsync();
        _client = await ClickHouseEngine.NewEmptyDatabaseAsync();
        await _client.ExecuteAsync("CREATE TABLE t (id UInt64, text String DEFAULT 'none') ENGINE = MergeTree ORDER BY id");
        await _client.ExecuteAsync("CREATE TABLE format (id UInt64, text String) ENGINE = MergeTree ORDER BY id");
    }

    public Task DisposeAsync()
    {
        _http.Dispose();
        _client.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("INSERT INTO t FORMAT TSV", "1\ta\n2\tb\n", "1a,2b")]
    [InlineData("INSERT INTO t FORMAT TSV\n", "1\ta\n", "1a")]
    [InlineData("INSERT INTO t (text, id) FORMAT CSV", "a,1\nb,2\n", "1a,2b")]
    [InlineData("INSERT INTO t(id)FORMAT JSONEachRow", "{\"id\":1}{\"id\":2}", "1none,2none")]
    [InlineData("insert into t settings max_block_size=1 format TSV", "1\ta\n", "1a")]
    [InlineData("INSERT INTO t VALUES", "(1, 'a'), (2, concat('b', 'c'))", "1a,2bc")]
    [InlineData("INSERT INTO t", "FORMAT TSV\n1\ta\n", "1a")]
    [InlineData("INSERT INTO t", "(id, text) VALUES (1, 'FORMAT TSV')", "1FORMAT TSV")]
    [InlineData("INSERT INTO t SELECT number, 'n'", "FROM numbers(2)", "0n,1n")]
    [InlineData("", "INSERT INTO t FORMAT TSV\n1\ta\n2\tb\n", "1a,2b")]
    [InlineData("", "INSERT INTO t FORMAT TSV\r\n1\ta\n", "1a")]
    [InlineData("", "INSERT INTO t FORMAT JSONEachRow {\"id\":1,\"text\":\";\"}", "1;")]
    [InlineData("", "INSERT INTO t VALUES (1, ';'), (2, 'b'); ", "1;,2b")]
    [InlineData("", "/* FORMAT CSV */ INSERT INTO t -- VALUES\n(id, text) FORMAT TSV\n1\ta\n", "1a")]
    [InlineData("", "INSERT INTO t SELECT 1, 'a' FROM (SELECT 'FORMAT')", "1a")]
    public async Task The_rows_are_found_after_the_statement_wherever_it_is(string url, string body, string expected)
    {
        await SendAsync(url, new StringContent(body));

        Assert.Equal(expected, await RowsAsync("t"));
    }

    [Fact]
    public async Task A_table_may_be_called_format()
    {
        await SendAsync("INSERT INTO format FORMAT TSV", new StringContent("1\ta\n"));

        Assert.Equal("1a", await RowsAsync("format"));
    }

    [Fact]
    public async Task Rows_that_look_like_a_line_end_or_a_byte_order_mark_stay_rows()
    {
        byte[] rows = [(byte)'\n', 0, 0, 0, 0, 0, 0, 0, 1, (byte)'a', 0xEF, 0xBB, 0xBF, 0, 0, 0, 0, 0, 1, (byte)'b'];
        await SendAsync("INSERT INTO t FORMAT RowBinary", new ByteArrayContent(rows));
        await SendAsync("INSERT INTO t FORMAT RowBinary", new ByteArrayContent(rows[10..]));

        Assert.Equal("10a,12565487b,12565487b", await RowsAsync("t"));
    }

    [Fact]
    public async Task A_gzipped_body_may_begin_with_a_byte_order_mark_before_its_query()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
            await gzip.WriteAsync((byte[])[.. Encoding.UTF8.Preamble, .. "INSERT INTO t FORMAT TSV\n1\ta\n"u8]);
        var content = new ByteArrayContent(packed.ToArray()) { Headers = { ContentEncoding = { "gzip" } } };

        await SendAsync("", content);

        Assert.Equal("1a", await RowsAsync("t"));
    }

    [Fact]
    public async Task A_body_that_is_not_what_its_encoding_says_is_refused()
    {
        var error = await Assert.ThrowsAsync<ClickHouseException>(() => SendAsync("INSERT INTO t FORMAT TSV",
            new StringContent("1\ta\n") { Headers = { ContentEncoding = { "gzip" } } }));

        Assert.Equal(354, error.Code);
        Assert.Equal("", await RowsAsync("t"));
    }

    [Fact]
    public async Task A_bad_row_refuses_the_whole_insert()
    {
        var error = await Assert.ThrowsAsync<ClickHouseException>(() => SendAsync("INSERT INTO t FORMAT TSV", new StringContent("1\ta\nx\tb\n")));

        Assert.Equal(27, error.Code);
        Assert.Equal("", await RowsAsync("t"));
    }

    [Fact]
    public async Task An_insert_of_no_rows_is_done()
    {
        await SendAsync("INSERT INTO t FORMAT TSV", new StringContent(""));

        Assert.Equal("", await RowsAsync("t"));
    }

    [Fact]
    public async Task The_same_token_inserts_once()
    {
        await _client.ExecuteAsync("CREATE TABLE once (id UInt64) ENGINE = MergeTree ORDER BY id SETTINGS non_replicated_deduplication_window = 100");
        byte[] row = [1, 0, 0, 0, 0, 0, 0, 0];
        await _client.InsertAsync("once", "RowBinary", row, "a");
        await _client.InsertAsync("once", "RowBinary", row, "a");
        await _client.InsertAsync("once", "RowBinary", row, "b");

        Assert.Equal("2", await _client.ScalarAsync("SELECT count() FROM once"));
    }

    private async Task SendAsync(string query, HttpContent body)
    {
        using var response = await _http.PostAsync($"/?database={_client.Database}&query={Uri.EscapeDataString(query)}", body);
        if (!response.IsSuccessStatusCode)
            throw new ClickHouseException(int.Parse(response.Headers.GetValues("X-ClickHouse-Exception-Code").Single()), await response.Content.ReadAsStringAsync());
    }

    private async Task<string> RowsAsync(string table) =>
        await _client.ScalarAsync($"SELECT arrayStringConcat(groupArray(concat(toString(id), text)), ',') FROM (SELECT * FROM {table} ORDER BY id)") ?? "";
}
