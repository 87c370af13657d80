using System.Text.RegularExpressions;

namespace Engagement.ClickHouse.Clusters;

/// <summary>Tables in which a server tells of itself, as all servers of a cluster together would tell: tables by the names they have for the product.</summary>
internal static partial class SystemTables
{
    public static string OfAll(string sql, Cluster cluster) => OfOne().Replace(sql, match => match.Groups["table"].Value switch
    {
        "tables" => $"(SELECT * REPLACE ({Promised("name")}) FROM system.tables WHERE engine != 'Distributed')",
        "parts" => $"(SELECT * REPLACE ({Promised("table")}) FROM clusterAllReplicas('{Sql.Name(cluster.Name)}', system.parts))",
        var other => $"(SELECT * FROM clusterAllReplicas('{Sql.Name(cluster.Name)}', system.{other}))",
    });

    private static string Promised(string column) => $"replaceRegexpOne({column}, '{TablePlaces.LocalEnding}$', '') AS {column}";

    [GeneratedRegex(@"\bsystem\.(?<table>tables|parts|processes)\b")]
    private static partial Regex OfOne();
}
