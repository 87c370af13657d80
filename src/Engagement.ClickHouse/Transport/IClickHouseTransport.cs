namespace Engagement.ClickHouse.Transport;

/// <summary>
/// How SQL and rows get to a server and back; what they mean is <see cref="ClickHouseClient"/>'s. Thread-safe. Errors of the server
/// are <see cref="ClickHouseException"/>, of the network <see cref="HttpRequestException"/>; whoever it is.
/// </summary>
public interface IClickHouseTransport : IDisposable
{
    /// <summary>What it is called in the setting <c>ClickHouse:Client</c>.</summary>
    string Name { get; }

    /// <summary>Throws where the server does not answer.</summary>
    Task PingAsync(CancellationToken cancel);

    /// <summary>The result as the server writes it, in the format that the settings name. Dispose it; that ends the query's answer.</summary>
    Task<Stream> AskAsync(ClickHouseRequest request, CancellationToken cancel);

    /// <summary>One INSERT. Ends when the server has answered.</summary>
    /// <param name="request">The statement, without rows.</param>
    /// <param name="rows">In the format that the statement names. Sent as they are; disposed by the caller.</param>
    /// <param name="cancel">Leaves the outcome unknown.</param>
    Task InsertAsync(ClickHouseRequest request, HttpContent rows, CancellationToken cancel);
}

/// <summary>A statement on its way.</summary>
/// <param name="Sql">One statement.</param>
/// <param name="Settings">As they are spelled in a URL's query, unescaped; parameters of the statement among them, as <c>param_NAME</c>.</param>
public sealed record ClickHouseRequest(string Sql, IReadOnlyList<KeyValuePair<string, string>> Settings);
