using System.Net;
using System.Text;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Embedded.ClickHouse;

public sealed class StreamingTests : IDisposable
{
    private const int Megabytes = 200;
    private readonly string _folder = Directory.CreateTempSubdirectory("engagement-child-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("TabSeparated")]
    [InlineData("JSON")]
    [InlineData("RowBinaryWithNamesAndTypes")]
    public async Task A_large_result_passes_through_without_being_held(string format)
    {
        await using var child = await ChildServer.StartAsync(_folder);
        await DrainAsync(child.Client, "SELECT number, repeat('x', 100) FROM numbers(100000)", format);
        var before = child.ResidentMegabytes;

        var (bytes, grown) = await DrainAsync(child.Client, $"SELECT number, repeat('x', 100) FROM numbers({Megabytes * 10_000})", format,
            () => child.ResidentMegabytes - before);

        Assert.True(bytes > Megabytes << 20, $"{bytes} bytes came");
        Assert.True(grown < Megabytes * 3 / 4, $"The server grew by {grown} MB for a result of {bytes >> 20} MB");
    }

    [Fact]
    public async Task A_large_insert_passes_through_without_being_held()
    {
        await using var child = await ChildServer.StartAsync(_folder);
        await child.Client.ExecuteAsync("CREATE TABLE t (text String) ENGINE = Null");
        var url = new Uri(child.Client.Url, "/?query=INSERT%20INTO%20t%20FORMAT%20TSV&max_insert_block_size=10000&min_insert_block_size_rows=10000");
        using var http = new HttpClient();
        await http.PostAsync(url, new Lines(10, () => { }));
        var before = child.ResidentMegabytes;
        long grown = 0;

        using var response = await http.PostAsync(url, new Lines(Megabytes, () => grown = Math.Max(grown, child.ResidentMegabytes - before)));

        Assert.Contains($"\"written_rows\":\"{Megabytes << 10}\"", response.Headers.GetValues("X-ClickHouse-Summary").Single());
        Assert.True(grown < Megabytes * 3 / 4, $"The server grew by {grown} MB for an insert of {Megabytes} MB");
    }

    [Fact]
    public async Task An_error_after_the_beginning_was_sent_is_told_and_breaks_the_answer_off()
    {
        using var client = await ClickHouseEngine.NewEmptyDatabaseAsync();
        await using var body = await client.StreamAsync("SELECT throwIf(number = 3000000), number FROM numbers(10000000)", "TabSeparated");
        var (tail, buffer) = ("", new byte[1 << 16]);

        await Assert.ThrowsAnyAsync<IOException>(async () =>
        {
            while (await body.ReadAsync(buffer) is > 0 and var read) tail = (tail + Encoding.UTF8.GetString(buffer, 0, read))[^Math.Min(1000, tail.Length + read)..];
        });

        Assert.Contains("\nCode: 395. DB::Exception: ", tail);
    }

    [Theory]
    [InlineData("SELECT count() FROM numbers_mt(1000000000000) WHERE rand() % 3 = 1")]
    [InlineData("SELECT number FROM numbers(1000000000000)")]
    [InlineData("INSERT INTO nowhere SELECT number FROM numbers(1000000000000)")]
    public async Task A_client_that_goes_stops_its_query(string sql)
    {
        using var client = await ClickHouseEngine.NewEmptyDatabaseAsync();
        await client.ExecuteAsync("CREATE TABLE nowhere (x UInt64) ENGINE = Null");
        var id = $"gone-{client.Database}";
        Task<string?> Running() => client.ScalarAsync("SELECT count() FROM system.processes WHERE Settings['log_comment'] = {id:String}", [("id", id)]);
        using var http = new HttpClient();
        using var gone = new CancellationTokenSource();
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(client.Url, $"/?database={client.Database}&query_id={id}")) { Content = new StringContent(sql) };

        var asking = http.SendAsync(request, HttpCompletionOption.ResponseContentRead, gone.Token);
        await Until.TrueAsync(async () => await Running() == "1", "the query runs", 30);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await Until.TrueAsync(async () => await Running() == "0", "the query is gone", 30);
    }

    private static async Task<(long Bytes, long Most)> DrainAsync(ClickHouseClient client, string sql, string format, Func<long>? watch = null)
    {
        await using var body = await client.StreamAsync(sql, format);
        var (buffer, bytes, most, pieces) = (new byte[1 << 16], 0L, 0L, 0);
        while (await body.ReadAsync(buffer) is > 0 and var read)
        {
            bytes += read;
            if (watch is not null && ++pieces % 50 == 0) most = Math.Max(most, watch());
        }
        return (bytes, most);
    }

    /// <summary>Lines of 1 KiB, made as they are sent.</summary>
    private sealed class Lines(int megabytes, Action afterEach) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var megabyte = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(new string('x', 1023) + "\n", 1024)));
            for (var i = 0; i < megabytes; i++)
            {
                await stream.WriteAsync(megabyte);
                afterEach();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
