using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Attrition.Features;
using Engagement.ClickHouse;
using Engagement.ClickHouse.Clusters;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Erasure;
using Engagement.Engines.Tests.Metrics;
using Engagement.Engines.Tests.Metrics.Reference;
using Engagement.Erasure;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Clusters;

/// <summary>The same statements on one server and on two shards: what is asked of the one and of the other is the same, row for row.</summary>
public partial class ClusterCourseTests
{
    private static readonly string[] WithParameters = ["resolved_statements", "placed_stretches", "run_enrolments"]; // of a run; learners_of and quality_report are asked apart

    // When it was made, which differs.
    private static readonly string[] Made = ["computed_at", "row_version", "as_of", "received_at", "found_at"];

    private static readonly Guid Facilitator = new("facade00-0000-4000-8000-00000000000f");

    [Fact]
    public async Task Views_features_and_what_an_erasure_leaves_are_the_same()
    {
        var streams = Enumerable.Range(7_000_000, 60).Select(seed => new RandomStream(seed)).ToList();
        using var one = await ClickHouseEngine.NewDatabaseAsync();
        using var two = await ClickHouseEngine.NewClusterDatabaseAsync(PlayedCluster.TwoShards);
        foreach (var clickHouse in new[] { one, two }) await FillAsync(clickHouse, streams);
        Assert.True(await SameAsync(one, two, streams) > 1_000);

        var learner = Guid.Parse((await one.ScalarAsync("SELECT learner_id FROM contributions FINAL GROUP BY learner_id ORDER BY count() DESC, learner_id LIMIT 1"))!);
        foreach (var clickHouse in new[] { one, two }) await HeldLearnerRows.AddAsync(clickHouse, learner, Facilitator);
        var results = await Task.WhenAll(new[] { one, two }.Select(clickHouse => new EraseRun(clickHouse, Metrics(clickHouse), TimeProvider.System).EraseAsync(learner, "a test")));
        Assert.All(results, result => Assert.True(result.IsDone));
        Assert.Equal(Held(results[0]), Held(results[1]));
        Assert.True(Held(results[0]).Count > 15);
        foreach (var clickHouse in new[] { one, two })
        {
            while (!await Metrics(clickHouse).IsUpToDateAsync()) await Metrics(clickHouse).RunAsync();
            Assert.All(await new LearnerRows(clickHouse).CountAsync(learner), table => Assert.Equal((table.Table, 0), (table.Table, table.Rows)));
        }
        await SameAsync(one, two, streams);
    }

    [Fact]
    public async Task Tables_of_one_server_and_of_a_cluster_are_not_taken_for_each_other()
    {
        using var one = await ClickHouseEngine.NewDatabaseAsync();
        using var asCluster = new ClickHouseClient(new ClickHouseOptions { Url = one.Url.ToString(), Database = one.Database, Cluster = PlayedCluster.TwoShards }.By(options => new PlayedCluster(options)));
        Assert.Contains("for one server", (await Assert.ThrowsAsync<MigrationException>(() => new Migrator(asCluster).MigrateAsync())).Message, StringComparison.Ordinal);
        using var two = await ClickHouseEngine.NewClusterDatabaseAsync(PlayedCluster.TwoShards);
        using var asOne = new ClickHouseClient(new ClickHouseOptions { Url = two.Url.ToString(), Database = two.Database });
        Assert.Contains("for a cluster", (await Assert.ThrowsAsync<MigrationException>(() => new Migrator(asOne).MigrateAsync())).Message, StringComparison.Ordinal);
        Assert.Empty(await new Migrator(two).MigrateAsync());
    }

    /// <summary>The engine has a Keeper of its own for tests, in memory: enough to have replicated tables made as they are rendered, too little to write to them.</summary>
    [Fact]
    public async Task The_engine_takes_every_table_as_it_is_rendered()
    {
        using var client = await ClickHouseEngine.NewEmptyDatabaseAsync();
        var cluster = new Cluster(PlayedCluster.OneShard, client.Database);
        var rendered = Migrator.Files().SelectMany(file => Sql.Statements(file.Text)).SelectMany(statement => ClusterSql.Render(statement, cluster)).Select(s => OnCluster().Replace(s, ""))
            // A column can't be added while nothing can be written: the tables are taken as they are made first, and views need what is added.
            .Where(s => s.StartsWith("CREATE TABLE", StringComparison.Ordinal) || s.StartsWith("DROP TABLE", StringComparison.Ordinal)).ToList();
        foreach (var statement in rendered) await client.ExecuteAsync(statement);
        var tables = await client.ListAsync<Table>("SELECT name, engine FROM system.tables WHERE database = currentDatabase()");
        Assert.All(tables, table => Assert.Matches("^(Replicated(Replacing|Collapsing)?MergeTree|Distributed)$", table.Engine));
        Assert.Equal(TablePlaces.All.Keys.Where(TablePlaces.IsSharded).Except(["learner_courses"]).Order(StringComparer.Ordinal),
            tables.Where(table => table.Engine == "Distributed").Select(table => table.Name).Order(StringComparer.Ordinal));
        using var server = client.InDatabase("default");
        await server.ExecuteAsync($"DROP DATABASE {client.Database} SYNC");
    }

    // What a run works on, and touches that are done, go by themselves at some time.
    private static List<string> Held(ErasureResult result) =>
        [.. result.Found.Where(table => table.Rows > 0).Select(table => table.Table).Where(table => table != "touches" && !table.StartsWith("run_", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static async Task FillAsync(ClickHouseClient clickHouse, List<RandomStream> streams)
    {
        await clickHouse.StoreAsync([.. streams.SelectMany(s => s.Statements)]);
        await clickHouse.DeclareAsync([], [.. streams.SelectMany(s => s.FinalOutlines)], rowVersion: 1);
        await Metrics(clickHouse).RunAsync();
    }

    /// <returns>How many rows were compared.</returns>
    private static async Task<int> SameAsync(ClickHouseClient one, ClickHouseClient two, List<RandomStream> streams)
    {
        var rows = 0;
        var views = Migrator.Views().Select(view => ViewName().Match(view.Text).Groups["name"].Value).Except(WithParameters).ToList();
        foreach (var query in views.Select(name => name switch
        {
            "learners_of" => $"SELECT * FROM learners_of(facilitator = '{Facilitator}', cohorts = [('*', '')])",
            "quality_report" => $"SELECT * FROM quality_report(course = '{streams[0].Statements[0].Course}')",
            _ => $"SELECT * FROM {name}",
        })) rows += await SameAsync(one, two, query);
        foreach (var table in new[] { "visits", "section_engagement", "enrolments", "learner_days", "contributions", "learner_activities", "conflicts", "statement_refs" })
            rows += await SameAsync(one, two, $"SELECT * FROM {table} FINAL");
        var newest = DateOnly.Parse((await one.ScalarAsync("SELECT toDate(max(last_at)) FROM enrolments FINAL"))!, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var days in new[] { 0, -5, -15 })
        {
            var cuts = Cuts.OnDate(newest.AddDays(days));
            var (expected, actual) = (Told(await new PersonWeeksQuery(one).AskAsync(cuts)), Told(await new PersonWeeksQuery(two).AskAsync(cuts)));
            Assert.Equal(expected, actual);
            rows += expected.Count;
        }
        return rows;
    }

    private static List<string> Told(PersonWeeks weeks) => [.. Enumerable.Range(0, weeks.Rows).Select(row =>
        $"{weeks.Courses[weeks.Course[row]]} {weeks.Learners[weeks.Learner[row]]} {weeks.Cut[row]:O} {weeks.IsActive[row]} {weeks.GivesUp[row]} "
        + string.Join(' ', weeks.Features.Row(row).ToArray().Select(value => value.ToString("G5", System.Globalization.CultureInfo.InvariantCulture))))];

    private static async Task<int> SameAsync(ClickHouseClient one, ClickHouseClient two, string query)
    {
        var (expected, actual) = (await RowsAsync(one, query), await RowsAsync(two, query));
        Assert.True(expected.SequenceEqual(actual), $"{query}: {expected.Except(actual).Count()} of {expected.Count} rows are missing, {actual.Except(expected).Count()} too many: "
            + $"{expected.Except(actual).FirstOrDefault()} against {actual.Except(expected).FirstOrDefault()}");
        return expected.Count;
    }

    private static async Task<List<string>> RowsAsync(ClickHouseClient clickHouse, string query)
    {
        var rows = new List<string>();
        await foreach (var row in clickHouse.QueryAsync<JsonElement>(query))
            rows.Add(string.Join(' ', row.EnumerateObject().Where(value => !Made.Contains(value.Name)).Select(value => $"{value.Name}={Ordered(value.Value)}")));
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    // Lists of what was said to somebody are in the order it was read; floats are sums in any order.
    private static string Ordered(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "[" + string.Join(',', value.EnumerateArray().Select(Ordered).Order(StringComparer.Ordinal)) + "]",
        JsonValueKind.Number => value.GetDouble().ToString("G12", System.Globalization.CultureInfo.InvariantCulture),
        _ => value.GetRawText(),
    };

    private static MetricsRun Metrics(ClickHouseClient clickHouse) => new(clickHouse, Options.Create(new MetricsOptions()));

    private sealed record Table(string Name, string Engine);

    [GeneratedRegex("CREATE OR REPLACE VIEW (?<name>\\w+)")]
    private static partial Regex ViewName();

    [GeneratedRegex(@" ON CLUSTER \w+")]
    private static partial Regex OnCluster();
}
