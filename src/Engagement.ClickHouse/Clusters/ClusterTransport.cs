using Engagement.ClickHouse.Transport;

namespace Engagement.ClickHouse.Clusters;

/// <summary>
/// Speaks to a cluster as if it were one server: the one place that knows there is one. Every request gets the cluster's settings; what makes,
/// changes or empties tables is rendered for all servers, so migrations and workers have one text for both.
/// </summary>
internal sealed class ClusterTransport(IClickHouseTransport inner, Cluster cluster) : IClickHouseTransport
{
    public string Name => inner.Name;

    public Task PingAsync(CancellationToken cancel) => inner.PingAsync(cancel);

    public async Task<Stream> AskAsync(ClickHouseRequest request, CancellationToken cancel)
    {
        var statements = ClusterSql.Render(request.Sql, cluster);
        foreach (var statement in statements.SkipLast(1)) await DoAsync(statement, request.Settings, cancel);
        var answer = await inner.AskAsync(OnCluster(statements[^1], request.Settings), cancel);
        return await FollowedAsync(request, cancel) ? Stream.Null : answer;

        async Task<bool> FollowedAsync(ClickHouseRequest insert, CancellationToken stop)
        {
            if (ClusterSql.After(insert.Sql, cluster) is not { } next) return false;
            await answer.DisposeAsync();
            await DoAsync(next, insert.Settings, stop);
            return true;
        }
    }

    public async Task InsertAsync(ClickHouseRequest request, HttpContent rows, CancellationToken cancel)
    {
        await inner.InsertAsync(OnCluster(request.Sql, request.Settings), rows, cancel);
        if (ClusterSql.After(request.Sql, cluster) is { } next) await DoAsync(next, [], cancel);
    }

    public void Dispose() => inner.Dispose();

    private async Task DoAsync(string statement, IReadOnlyList<KeyValuePair<string, string>> settings, CancellationToken cancel)
    {
        await using var answer = await inner.AskAsync(OnCluster(statement, settings), cancel);
        await answer.CopyToAsync(Stream.Null, cancel);
    }

    private ClickHouseRequest OnCluster(string sql, IReadOnlyList<KeyValuePair<string, string>> settings) =>
        new(SystemTables.OfAll(sql, cluster), [.. Cluster.Settings, .. settings]);
}
