using System.Text;
using System.Text.RegularExpressions;
using Engagement.ClickHouse;
using Engagement.ClickHouse.Clusters;

namespace Engagement.Tests.Clusters;

/// <summary>
/// What the migrations and views make on a cluster, against a file that is read in reviews. After a change that is meant:
/// <c>ACCEPT_RENDERED_MIGRATIONS=1</c> in the environment of this test writes the file anew, and the commit shows the difference.
/// </summary>
public partial class RenderedMigrationsTests
{
    private static readonly Cluster Cluster = new("learning", "engagement");

    private static readonly List<string> Sources = [.. Migrator.Files().Select(file => file.Text).Concat(Migrator.Views().Select(view => view.Text)).SelectMany(Sql.Statements)];

    private static readonly List<string> Rendered = [.. Sources.SelectMany(statement => ClusterSql.Render(statement, Cluster))];

    [Fact]
    public void The_file_has_what_is_rendered()
    {
        var file = Path.Combine(Repository.Folder, "tests", "Engagement.Tests", "Clusters", "rendered.sql");
        var text = new StringBuilder();
        foreach (var (name, source) in Migrator.Files().Select(f => (f.Name, f.Text)).Concat(Migrator.Views()))
        {
            text.Append("-- ").Append(name).Append("\n\n");
            foreach (var statement in Sql.Statements(source).SelectMany(s => ClusterSql.Render(s, Cluster))) text.Append(Brief(statement).Trim()).Append(";\n\n");
        }
        if (Environment.GetEnvironmentVariable("ACCEPT_RENDERED_MIGRATIONS") == "1") File.WriteAllText(file, text.ToString());
        Assert.Equal(File.ReadAllText(file), text.ToString());
    }

    [Fact]
    public void Every_table_that_is_made_is_replicated_with_the_arguments_and_the_order_it_has_on_one_server()
    {
        var made = Rendered.Where(s => s.StartsWith("CREATE TABLE", StringComparison.Ordinal) && !s.Contains("Distributed(", StringComparison.Ordinal)).ToList();
        foreach (var (name, engine, arguments, order) in Sources.SelectMany(s => Made().Matches(s)).Select(m => (m.Groups["name"].Value, m.Groups["engine"].Value, m.Groups["arguments"].Value, m.Groups["order"].Value)))
        {
            var path = TablePlaces.IsSharded(name) ? $"/clickhouse/tables/{{shard}}/engagement/{name}_local', '{{replica}}'" : $"/clickhouse/tables/all/engagement/{name}', '{{shard}}-{{replica}}'";
            var expected = $"ENGINE = Replicated{engine}('{path}{(arguments.Length > 0 ? ", " + arguments : "")})";
            Assert.Contains(made, s => s.StartsWith($"CREATE TABLE IF NOT EXISTS {TablePlaces.Local(name)} ON CLUSTER learning\n", StringComparison.Ordinal) && s.Contains(expected, StringComparison.Ordinal) && s.Contains(order, StringComparison.Ordinal));
        }
        Assert.All(made, s => Assert.Matches("SETTINGS (.*[^_])?replicated_deduplication_window = ", s));
        Assert.DoesNotContain(Rendered, s => s.Contains("non_replicated", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_Distributed_table_is_made_right_after_the_table_it_is_over_and_of_its_columns()
    {
        for (var i = 0; i < Rendered.Count; i++)
        {
            if (Over().Match(Rendered[i]) is not { Success: true } over) continue;
            var (name, local) = (over.Groups["name"].Value, over.Groups["local"].Value);
            Assert.Equal($"{name}_local", local);
            Assert.Equal(local, over.Groups["as"].Value);
            Assert.Equal(TablePlaces.All[name] == TablePlace.ByLearner ? "sipHash64(learner_id)" : "0", over.Groups["key"].Value);
            Assert.Matches($"^(CREATE TABLE IF NOT EXISTS|ALTER TABLE) {local} ON CLUSTER learning\\s", Rendered[i - 1]);
        }
        Assert.Equal(
            TablePlaces.All.Keys.Where(TablePlaces.IsSharded).Order(StringComparer.Ordinal),
            Rendered.Select(s => Over().Match(s)).Where(m => m.Success).Select(m => m.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_table_that_is_sharded_by_learner_has_the_learner_in_its_order_so_that_what_is_replaced_meets()
    {
        foreach (var match in Sources.SelectMany(s => Made().Matches(s)).Where(m => TablePlaces.All[m.Groups["name"].Value] == TablePlace.ByLearner))
            Assert.Matches("\\blearner_id\\b", match.Groups["order"].Value);
    }

    [Fact]
    public void Every_table_has_a_place_and_every_place_a_table()
    {
        var named = Sources.SelectMany(s => Made().Matches(s)).Select(m => m.Groups["name"].Value).Append("migrations").Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(named, TablePlaces.All.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_made_changed_or_dropped_is_so_on_every_server() =>
        Assert.All(Rendered.Where(s => !s.Contains("INSERT INTO", StringComparison.Ordinal)), s => Assert.True(
            s.Contains(" ON CLUSTER learning", StringComparison.Ordinal) || (s.StartsWith("ALTER TABLE ", StringComparison.Ordinal) && s.EndsWith("SETTINGS alter_sync = 2", StringComparison.Ordinal)), s));

    // A view is its text with the cluster named: that much of it tells.
    private static string Brief(string statement) =>
        statement.Contains("VIEW", StringComparison.Ordinal) && !statement.Contains("MATERIALIZED VIEW", StringComparison.Ordinal) ? statement.TrimStart().Split('\n')[0] : statement;

    [GeneratedRegex(@"CREATE TABLE IF NOT EXISTS (?<name>\w+)\s*\((?:.(?!CREATE TABLE))*?\nENGINE = (?<engine>\w+)(\((?<arguments>[^)]*)\))?(?:.(?!CREATE TABLE))*?(?<order>ORDER BY (\([^)]*\)|\w+))", RegexOptions.Singleline)]
    private static partial Regex Made();

    [GeneratedRegex(@"^CREATE (OR REPLACE )?TABLE (IF NOT EXISTS )?(?<name>\w+) ON CLUSTER learning AS (?<as>\w+)\nENGINE = Distributed\('learning', 'engagement', '(?<local>\w+)', (?<key>.*)\)$")]
    private static partial Regex Over();
}
