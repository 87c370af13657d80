using Engagement.ClickHouse;
using Engagement.ClickHouse.Transport;

namespace Engagement.Engines.Tests.Engines;

/// <summary>Drops a test's database when its client is disposed: each table costs the engine a little of the processor for as long as it is there,
/// and with those of all tests that is more than a processor.</summary>
internal sealed class DroppingTransport(ClickHouseOptions options, string drops) : IClickHouseTransport
{
    private readonly HttpTransport _http = new(options);

    public string Name => _http.Name;

    public Task PingAsync(CancellationToken cancel) => _http.PingAsync(cancel);

    public Task<Stream> AskAsync(ClickHouseRequest request, CancellationToken cancel) => _http.AskAsync(request, cancel);

    public Task InsertAsync(ClickHouseRequest request, HttpContent rows, CancellationToken cancel) => _http.InsertAsync(request, rows, cancel);

    public void Dispose()
    {
        if (options.Database == drops) _ = DropAsync();
        _http.Dispose();
    }

    // Nobody waits for it, and where it fails nothing is lost but the saving.
    private async Task DropAsync()
    {
        using var server = new HttpTransport(options.In("default"));
        try
        {
            await using var nothing = await server.AskAsync(new($"DROP DATABASE IF EXISTS {drops}", [new("wait_end_of_query", "1")]), CancellationToken.None);
        }
        catch (Exception e) when (e is ClickHouseException or HttpRequestException or IOException)
        {
        }
    }
}
