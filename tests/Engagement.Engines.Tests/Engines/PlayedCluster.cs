using System.Text.RegularExpressions;
using Engagement.ClickHouse;
using Engagement.ClickHouse.Clusters;
using Engagement.ClickHouse.Transport;

namespace Engagement.Engines.Tests.Engines;

/// <summary>
/// The cluster's SQL on the embedded engine. It plans and runs queries over Distributed tables as a server does, but it is one process that
/// nobody can connect to, so its shards are itself, without replicas and without ON CLUSTER. All shards having the same tables, each
/// is shown its part of the rows by a filter on the number of the shard. What lies everywhere is shown to no shard, only to the server that
/// was asked: a shard that looked into it by itself might be behind, and a query that has it look there gives other rows here.
/// </summary>
internal sealed partial class PlayedCluster(ClickHouseOptions options) : IClickHouseTransport
{
    public const string OneShard = "one_shard", TwoShards = "two_shards";

    private readonly HttpTransport _engine = new(options);

    public string Name => "played";

    /// <summary>Writes the settings of the engine that name the clusters.</summary>
    public static string ConfigFile(string folder)
    {
        const string Shard = "<shard><replica><host>127.0.0.1</host><port>9000</port></replica></shard>";
        var file = Path.Combine(folder, "clusters.xml");
        File.WriteAllText(file, $"""
            <clickhouse>
                <tcp_port>9000</tcp_port>
                <macros><shard>1</shard><replica>one</replica></macros>
                <zookeeper><implementation>testkeeper</implementation></zookeeper>
                <remote_servers><{OneShard}>{Shard}</{OneShard}><{TwoShards}>{Shard}{Shard}</{TwoShards}></remote_servers>
            </clickhouse>
            """);
        return file;
    }

    public Task PingAsync(CancellationToken cancel) => _engine.PingAsync(cancel);

    public Task<Stream> AskAsync(ClickHouseRequest request, CancellationToken cancel) =>
        request.Sql.StartsWith("SYSTEM SYNC REPLICA", StringComparison.Ordinal) ? Task.FromResult(Stream.Null) : _engine.AskAsync(Played(request, Filters), cancel);

    // A filter would also hide the rows from the view that copies them: nothing is read here, so there is nothing to filter.
    public Task InsertAsync(ClickHouseRequest request, HttpContent rows, CancellationToken cancel) => _engine.InsertAsync(Played(request, "{}"), rows, cancel);

    public void Dispose() => _engine.Dispose();

    private ClickHouseRequest Played(ClickHouseRequest request, string filters)
    {
        var sql = OnCluster().Replace(request.Sql, "");
        sql = Replicated().Replace(sql, match => $"ENGINE = {match.Groups["engine"]}({match.Groups["arguments"]})");
        sql = TokenAge().Replace(sql, "");
        // A mutation's subquery over two shards of one process is two alike, for which it waits for ever (LearnerTable.Mutations). The
        // table of the shards has the rows of both.
        if (sql.StartsWith("ALTER TABLE", StringComparison.Ordinal))
            sql = From().Replace(sql, match => "FROM " + (TablePlaces.All.ContainsKey(match.Groups["table"].Value) ? TablePlaces.Local(match.Groups["table"].Value) : match.Groups["table"].Value));
        // Two shards in one table would take each other's half of an insert for the same, as it has the same token.
        sql = Window().Replace(sql, match => "non_replicated_deduplication_window = " + (options.Cluster == OneShard ? match.Groups["rows"].Value : "0"));
        return new(sql, [.. request.Settings.Where(setting => setting.Key != "prefer_localhost_replica"), new("prefer_localhost_replica", "1"), new("additional_table_filters", filters)]);
    }

    private string Filters => options.Cluster == OneShard ? "{}" : "{" + string.Join(',', TablePlaces.All.Select(table =>
        $"'{options.Database}.{TablePlaces.Local(table.Key)}':'{Shown(table.Value)}'")) + "}";

    private static string Shown(TablePlace place) => place switch
    {
        TablePlace.ByLearner => "sipHash64(learner_id)%2=shardNum()-1",
        TablePlace.OnFirstShard => "shardNum()=1",
        _ => "shardNum()=0",
    };

    [GeneratedRegex(@"\bFROM (?<table>\w+)")]
    private static partial Regex From();

    [GeneratedRegex(@" ON CLUSTER \w+")]
    private static partial Regex OnCluster();

    [GeneratedRegex(@"ENGINE = Replicated(?<engine>\w+)\('[^']+', '[^']+'(, )?(?<arguments>[^)]*)\)")]
    private static partial Regex Replicated();

    [GeneratedRegex(", replicated_deduplication_window_seconds = [0-9]+")]
    private static partial Regex TokenAge();

    [GeneratedRegex("replicated_deduplication_window = (?<rows>[0-9]+)")]
    private static partial Regex Window();
}
