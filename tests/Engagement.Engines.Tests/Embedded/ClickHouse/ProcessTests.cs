using System.Text;
using Engagement.ClickHouse;

namespace Engagement.Engines.Tests.Embedded.ClickHouse;

public sealed class ProcessTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("engagement-child-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Acknowledged_rows_survive_a_kill()
    {
        long acknowledged = 0;
        await using (var child = await ChildServer.StartAsync(_folder))
        {
            await child.Client.ExecuteAsync("CREATE TABLE t (id UInt64) ENGINE = MergeTree ORDER BY id");
            using var killed = new CancellationTokenSource();
            var inserting = Task.Run(async () =>
            {
                for (var batch = 0; ; batch++)
                {
                    var rows = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(batch * 1000, 1000).Select(id => $"{id}\n")));
                    await child.Client.InsertAsync("t", "TSV", rows, $"{batch}", killed.Token);
                    Interlocked.Exchange(ref acknowledged, (batch + 1) * 1000L);
                }
            });
            await Engines.Until.TrueAsync(() => Interlocked.Read(ref acknowledged) >= 20_000, "20,000 rows are acknowledged", 30);
            await child.KillAsync();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => inserting);
        }

        await using var again = await ChildServer.StartAsync(_folder);
        var kept = long.Parse((await again.Client.ScalarAsync("SELECT count() FROM t"))!);
        Assert.Equal($"{kept}", await again.Client.ScalarAsync("SELECT uniqExact(id) FROM t"));
        Assert.InRange(kept, acknowledged, acknowledged + 1000); // the batch under way may be there, whole
        Assert.Equal(0, kept % 1000);
    }

    [Fact]
    public async Task A_stop_is_clean_and_lets_a_running_query_end()
    {
        await using var child = await ChildServer.StartAsync(_folder);
        await child.Client.ExecuteAsync("CREATE TABLE t (id UInt64) ENGINE = MergeTree ORDER BY id");
        var running = child.Client.ScalarAsync("SELECT sleep(2)");
        await Engines.Until.TrueAsync(async () => await child.Client.ScalarAsync("SELECT count() FROM system.processes WHERE query LIKE 'SELECT sleep(2)%'") == "1", "the query runs", 30);

        var stopping = child.StopAsync();

        Assert.Equal("0", await running);
        Assert.Equal(0, await stopping);
    }

    [Fact]
    public async Task A_second_process_on_a_folder_is_refused_in_one_line()
    {
        await using var child = await ChildServer.StartAsync(_folder);

        var (exitCode, said) = await ChildServer.FailAsync(_folder);

        Assert.Equal(1, exitCode);
        Assert.Matches(@"^engagement: Another process has the ClickHouse folder .+ open\. .+\n$", said);
        Assert.Equal("1", await child.Client.ScalarAsync("SELECT 1"));
    }

    [Fact]
    public async Task A_password_is_asked_for_where_there_is_one()
    {
        await using var child = await ChildServer.StartAsync(_folder, "--set", "ClickHouse:Password=open sesame");
        using var http = new HttpClient { BaseAddress = child.Client.Url };
        async Task<int> StatusAsync(string url, string? authorization = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            if (authorization is not null) request.Headers.Add("Authorization", authorization);
            return (int)(await http.SendAsync(request)).StatusCode;
        }

        Assert.Equal(516, (await Assert.ThrowsAsync<ClickHouseException>(() => child.Client.ScalarAsync("SELECT 1"))).Code);
        Assert.Equal(403, await StatusAsync("/?query=SELECT+1&user=default&password=wrong"));
        Assert.Equal(403, await StatusAsync("/?query=SELECT+1&user=other&password=open+sesame"));
        Assert.Equal(200, await StatusAsync("/?query=SELECT+1&password=open+sesame"));
        Assert.Equal(200, await StatusAsync("/?query=SELECT+1", "Basic " + Convert.ToBase64String("default:open sesame"u8)));
        Assert.Equal(200, await StatusAsync("/ping"));
    }

    [Fact]
    public async Task A_query_that_does_not_end_is_stopped_at_the_deadline_of_the_stop()
    {
        await using var child = await ChildServer.StartAsync(_folder);
        var endless = child.Client.ScalarAsync("SELECT count() FROM numbers_mt(1000000000000) WHERE rand() % 3 = 1");
        await Engines.Until.TrueAsync(async () => await child.Client.ScalarAsync("SELECT count() FROM system.processes WHERE query LIKE '%1000000000000%' AND query NOT LIKE '%LIKE%'") == "1", "the query runs", 30);

        var exitCode = await child.StopAsync();

        Assert.Equal(0, exitCode);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => endless);
    }
}
