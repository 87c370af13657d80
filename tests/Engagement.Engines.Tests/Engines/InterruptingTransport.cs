using Engagement.ClickHouse;
using Engagement.ClickHouse.Transport;

namespace Engagement.Engines.Tests.Engines;

/// <summary>Has something happen between two requests, once: after the first that holds a text.</summary>
internal sealed class InterruptingTransport(ClickHouseOptions options, string after, Func<Task> happens) : IClickHouseTransport
{
    private readonly HttpTransport _http = new(options);
    private int _isOver;

    public string Name => _http.Name;

    /// <summary>Whether it came to that.</summary>
    public bool HasHappened => _isOver != 0;

    public Task PingAsync(CancellationToken cancel) => _http.PingAsync(cancel);

    public async Task<Stream> AskAsync(ClickHouseRequest request, CancellationToken cancel)
    {
        var answer = await _http.AskAsync(request, cancel);
        if (request.Sql.Contains(after, StringComparison.Ordinal) && Interlocked.Exchange(ref _isOver, 1) == 0) await happens();
        return answer;
    }

    public Task InsertAsync(ClickHouseRequest request, HttpContent rows, CancellationToken cancel) => _http.InsertAsync(request, rows, cancel);

    public void Dispose() => _http.Dispose();
}
