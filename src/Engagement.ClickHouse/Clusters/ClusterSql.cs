using System.Text.RegularExpressions;

namespace Engagement.ClickHouse.Clusters;

/// <summary>
/// A statement for one server as the statements that do the same on a cluster. Knows the shapes that migrations, views and workers have,
/// and no other: what it does not know is refused, as done on one server alone it would be half done.
/// </summary>
public static partial class ClusterSql
{
    // By default a token is forgotten after an hour, and the worker that repeats its insert may be away for longer.
    private const string TokensLastAWeek = ", replicated_deduplication_window_seconds = 604800";

    private static readonly (Regex Shape, Func<Match, Cluster, string[]> Render)[] Shapes =
    [
        (CreateDatabase(), (m, on) => [m.Value + on.On]),
        (CreateTable(), Table),
        (CreateTableAs(), (m, on) => Table(m.Groups["name"].Value, $" AS {m.Groups["as"]}", "MergeTree", "", "\nORDER BY tuple()", on)),
        (CreateView(), (m, on) => [$"CREATE {m.Groups["how"]} {m.Groups["name"]}{on.On}{m.Groups["rest"]}"]),
        (CreateMaterializedView(), MaterializedView),
        (DropView(), (m, on) => [m.Value + on.On]),
        (DropTable(), (m, on) => [.. Names(m).Select(name => $"DROP TABLE IF EXISTS {name}{on.On} SYNC")]),
        (AlterColumn(), Columns),
        (AlterSetting(), (m, on) => [$"ALTER TABLE {Local(m)}{on.On} {m.Groups["rest"]}"]),
        (AlterRows(), (m, on) => [$"ALTER TABLE {Held(m, on)} {m.Groups["rest"]}"]),
        (Truncate(), (m, on) => [$"TRUNCATE TABLE {Held(m, on)}"]),
        (Optimize(), (m, on) => [$"OPTIMIZE TABLE {Held(m, on)} FINAL"]),
        (StartCleanup(), (m, on) => [$"SYSTEM START CLEANUP{on.On} {m.Groups["database"]}.{Local(m)}"]),
    ];

    /// <summary>Statements to be run one after the other, each on any server of the cluster. Queries and inserts stay as they are.</summary>
    /// <exception cref="ArgumentException">A statement of another shape, or of a table that is not in <see cref="TablePlaces"/>.</exception>
    public static IReadOnlyList<string> Render(string sql, Cluster cluster)
    {
        var statement = LeadingComments().Replace(sql, "").Trim();
        if (Query().IsMatch(statement)) return [sql];
        foreach (var (shape, render) in Shapes)
            if (shape.Match(statement) is { Success: true } match) return render(match, cluster);
        throw new ArgumentException($"This statement has no form for a cluster: {statement.Split('\n')[0]}");
    }

    /// <summary>What is to be run after an insert, before it is answered; null: nothing.</summary>
    public static string? After(string sql, Cluster cluster) =>
        InsertInto().Match(LeadingComments().Replace(sql, "")) is { Success: true } match
        && TablePlaces.All.GetValueOrDefault(match.Groups["name"].Value, TablePlace.Everywhere) == TablePlace.EverywhereAtOnce
            ? $"SYSTEM SYNC REPLICA{cluster.On} {Sql.Name(cluster.Database)}.{match.Groups["name"]}"
            : null;

    private static string[] Table(Match m, Cluster on) =>
        Table(m.Groups["name"].Value, "\n" + m.Groups["columns"], m.Groups["engine"].Value, m.Groups["arguments"].Value, m.Groups["rest"].Value, on);

    private static string[] Table(string name, string columns, string engine, string arguments, string rest, Cluster on)
    {
        var local = TablePlaces.Local(name);
        // Replicas of a sharded table are those of its shard; of another, all servers of the cluster.
        var replica = TablePlaces.IsSharded(name) ? ("{shard}", "{replica}") : ("all", "{shard}-{replica}");
        var more = arguments.Length > 0 ? ", " + arguments : "";
        var made = $"CREATE TABLE IF NOT EXISTS {local}{on.On}{columns}\nENGINE = Replicated{engine}('/clickhouse/tables/{replica.Item1}/{Sql.Name(on.Database)}/{local}', '{replica.Item2}'{more}){Tokens(rest)}";
        return TablePlaces.IsSharded(name) ? [made, Distributed("CREATE TABLE IF NOT EXISTS", name, on)] : [made];
    }

    // As many tokens as on one server; there none is kept where nothing is said, and equal rows stay two.
    private static string Tokens(string rest) => Window().IsMatch(rest)
        ? Window().Replace(rest, "replicated_deduplication_window = ${rows}" + TokensLastAWeek)
        : rest + (rest.Contains("SETTINGS ", StringComparison.Ordinal) ? ", " : "\nSETTINGS ") + "replicated_deduplication_window = 0";

    private static string Distributed(string create, string name, Cluster on) =>
        $"{create} {name}{on.On} AS {TablePlaces.Local(name)}\nENGINE = Distributed('{Sql.Name(on.Name)}', '{Sql.Name(on.Database)}', '{TablePlaces.Local(name)}', {TablePlaces.ShardKey(name)})";

    // On each shard of its own rows, into its own table.
    private static string[] MaterializedView(Match m, Cluster on)
    {
        if (TablePlaces.Of(m.Groups["from"].Value) != TablePlace.ByLearner || TablePlaces.Of(m.Groups["to"].Value) != TablePlace.ByLearner)
            throw new ArgumentException($"View {m.Groups["name"]} does not lead from one learner's rows to the same learner's.");
        return [$"CREATE MATERIALIZED VIEW IF NOT EXISTS {m.Groups["name"]}{on.On} TO {TablePlaces.Local(m.Groups["to"].Value)} AS{m.Groups["select"]}FROM {TablePlaces.Local(m.Groups["from"].Value)}{m.Groups["rest"]}"];
    }

    // A Distributed table holds nothing, so it is made anew instead of being changed. First every replica has the column.
    private static string[] Columns(Match m, Cluster on)
    {
        var name = m.Groups["name"].Value;
        var altered = $"ALTER TABLE {Held(m, on)} {m.Groups["rest"]}\nSETTINGS alter_sync = 2";
        return TablePlaces.IsSharded(name) ? [altered, Distributed("CREATE OR REPLACE TABLE", name, on)] : [altered];
    }

    // What one replica does to rows the others of the table do too. So a table that is one for all servers needs to be told once.
    private static string Held(Match m, Cluster on) => TablePlaces.IsSharded(m.Groups["name"].Value) ? Local(m) + on.On : Local(m);

    private static string Local(Match m) => TablePlaces.Local(m.Groups["name"].Value);

    private static string[] Names(Match m) =>
        TablePlaces.IsSharded(m.Groups["name"].Value) ? [m.Groups["name"].Value, Local(m)] : [m.Groups["name"].Value];

    [GeneratedRegex(@"^(\s*(--[^\n]*\n|/\*.*?\*/))*", RegexOptions.Singleline)]
    private static partial Regex LeadingComments();

    [GeneratedRegex(@"^\(*(SELECT|WITH|INSERT INTO|EXPLAIN|DESCRIBE|SHOW|EXISTS)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Query();

    [GeneratedRegex(@"^\s*INSERT INTO (?<name>\w+)")]
    private static partial Regex InsertInto();

    [GeneratedRegex("^CREATE DATABASE IF NOT EXISTS \\w+$")]
    private static partial Regex CreateDatabase();

    [GeneratedRegex(@"^CREATE TABLE IF NOT EXISTS (?<name>\w+)\s*(?<columns>\(.*\))\s*ENGINE = (?<engine>(Replacing|Collapsing)?MergeTree)(\((?<arguments>[\w, ]+)\))?(?<rest>\s+(PARTITION BY|PRIMARY KEY|ORDER BY) .*)$", RegexOptions.Singleline)]
    private static partial Regex CreateTable();

    // 0003 has one such table, which nothing was ever written to and 0008 makes anew.
    [GeneratedRegex(@"^CREATE TABLE IF NOT EXISTS (?<name>context_sections) AS (?<as>context_courses)$")]
    private static partial Regex CreateTableAs();

    [GeneratedRegex(@"^CREATE (?<how>OR REPLACE VIEW|VIEW IF NOT EXISTS) (?<name>\w+)(?<rest> AS\s.*)$", RegexOptions.Singleline)]
    private static partial Regex CreateView();

    [GeneratedRegex(@"^CREATE MATERIALIZED VIEW IF NOT EXISTS (?<name>\w+) TO (?<to>\w+) AS(?<select>\s+SELECT [\w,\s]+)FROM (?<from>\w+)(?<rest>\s+WHERE [\w\s]+)$")]
    private static partial Regex CreateMaterializedView();

    [GeneratedRegex("^DROP VIEW IF EXISTS \\w+$")]
    private static partial Regex DropView();

    [GeneratedRegex(@"^DROP TABLE IF EXISTS (?<name>\w+) SYNC$")]
    private static partial Regex DropTable();

    [GeneratedRegex(@"^ALTER TABLE (?<name>\w+)\s+(?<rest>(ADD|DROP|RENAME|COMMENT|MODIFY) COLUMN .*)$", RegexOptions.Singleline)]
    private static partial Regex AlterColumn();

    [GeneratedRegex(@"^ALTER TABLE (?<name>\w+) (?<rest>(MODIFY|RESET) SETTING .*)$")]
    private static partial Regex AlterSetting();

    [GeneratedRegex(@"^ALTER TABLE (?<name>\w+)\s+(?<rest>(DELETE\s+WHERE|UPDATE|DROP PARTITION) .*)$", RegexOptions.Singleline)]
    private static partial Regex AlterRows();

    [GeneratedRegex(@"^TRUNCATE TABLE (?<name>\w+)$")]
    private static partial Regex Truncate();

    [GeneratedRegex(@"^OPTIMIZE TABLE (?<name>\w+) FINAL$")]
    private static partial Regex Optimize();

    [GeneratedRegex(@"^SYSTEM START CLEANUP (?<database>\w+)\.(?<name>\w+)$")]
    private static partial Regex StartCleanup();

    [GeneratedRegex("non_replicated_deduplication_window = (?<rows>[0-9]+)")]
    private static partial Regex Window();
}
