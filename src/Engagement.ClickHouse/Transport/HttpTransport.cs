using System.Globalization;
using System.Text;

namespace Engagement.ClickHouse.Transport;

/// <summary>The HTTP interface by .NET's own client: one request a statement, nothing between.</summary>
public sealed class HttpTransport : IClickHouseTransport
{
    /// <inheritdoc cref="IClickHouseTransport.Name"/>
    public const string Called = "built-in";

    private readonly string _database;
    private readonly HttpClient _http;

    public HttpTransport(ClickHouseOptions options)
    {
        _database = options.Database;
        _http = Client(options.Url);
        _http.DefaultRequestHeaders.Add("X-ClickHouse-User", options.User);
        if (options.Password.Length > 0) _http.DefaultRequestHeaders.Add("X-ClickHouse-Key", options.Password);
    }

    public string Name => Called;

    /// <summary>A client for a server of ClickHouse, whoever speaks through it.</summary>
    public static HttpClient Client(string url) => new(new SocketsHttpHandler
    {
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(45),
    })
    {
        BaseAddress = new Uri(url),
        Timeout = Timeout.InfiniteTimeSpan, // each call bounds itself: an insert by its timeout, a query by its caller
    };

    public async Task PingAsync(CancellationToken cancel)
    {
        using var response = await _http.GetAsync("/ping", cancel);
        response.EnsureSuccessStatusCode();
    }

    public async Task<Stream> AskAsync(ClickHouseRequest request, CancellationToken cancel)
    {
        var response = await SendAsync(request.Settings, new StringContent(request.Sql, Encoding.UTF8), cancel);
        return await response.Content.ReadAsStreamAsync(cancel); // whose end is the response's
    }

    public async Task InsertAsync(ClickHouseRequest request, HttpContent rows, CancellationToken cancel)
    {
        using var response = await SendAsync([.. request.Settings, new("query", request.Sql)], rows, cancel);
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(IReadOnlyList<KeyValuePair<string, string>> settings, HttpContent body, CancellationToken cancel)
    {
        var url = new StringBuilder("/?database=").Append(Uri.EscapeDataString(_database));
        foreach (var (name, value) in settings) url.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
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
