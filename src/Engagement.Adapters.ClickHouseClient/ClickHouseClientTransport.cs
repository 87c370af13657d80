using System.Globalization;
using ClickHouse.Client;
using ClickHouse.Client.ADO;
using Engagement.ClickHouse;
using Engagement.ClickHouse.Transport;

namespace Engagement.Adapters.ClickHouseClient;

/// <summary>
/// Requests carried by the package ClickHouse.Client. Rows go and come in the formats that <see cref="Engagement.ClickHouse.ClickHouseClient"/>
/// chose, through the package's raw streams: its own rows of objects cost several times as much (docs/decisions/0010-optional-packages.md).
/// </summary>
public sealed class ClickHouseClientTransport : IClickHouseTransport
{
    /// <inheritdoc cref="IClickHouseTransport.Name"/>
    public const string Called = "ClickHouse.Client";

    private readonly HttpClient _http;
    private readonly string _connect;
    private readonly ClickHouseConnection _asking;

    public ClickHouseClientTransport(ClickHouseOptions options)
    {
        _http = HttpTransport.Client(options.Url);
        var url = new Uri(options.Url);
        _connect = new ClickHouseConnectionStringBuilder
        {
            Protocol = url.Scheme, Host = url.Host, Port = (ushort)url.Port, Path = url.AbsolutePath,
            Database = options.Database, Username = options.User, Password = options.Password, Compression = false,
        }.ConnectionString;
        _asking = new ClickHouseConnection(_connect, _http);
    }

    public string Name => Called;

    public async Task PingAsync(CancellationToken cancel)
    {
        await using var answer = await AskAsync(new("SELECT 1", []), cancel);
    }

    public async Task<Stream> AskAsync(ClickHouseRequest request, CancellationToken cancel)
    {
        // Parameters as settings: those of the package's own kind it would escape a second time.
        using var command = _asking.CreateCommand();
        command.CommandText = request.Sql;
        foreach (var (name, value) in request.Settings) command.CustomSettings[name] = value;
        try
        {
            var answer = await command.ExecuteRawResultAsync(cancel);
            return await answer.ReadAsStreamAsync(); // whose end is the answer's
        }
        catch (ClickHouseServerException e)
        {
            throw Told(e);
        }
    }

    public async Task InsertAsync(ClickHouseRequest request, HttpContent rows, CancellationToken cancel)
    {
        // What goes out as a stream takes its settings from a connection: one of its own, which costs nothing.
        using var connection = new ClickHouseConnection(_connect, _http);
        foreach (var (name, value) in request.Settings) connection.CustomSettings[name] = value;
        try
        {
            await connection.PostStreamAsync(request.Sql, (stream, stop) => rows.CopyToAsync(stream, stop), isCompressed: false, cancel);
        }
        catch (ClickHouseServerException e)
        {
            throw Told(e);
        }
    }

    public void Dispose()
    {
        _asking.Dispose();
        _http.Dispose();
    }

    private static ClickHouseException Told(ClickHouseServerException e) => new(e.ErrorCode, e.Message);
}
