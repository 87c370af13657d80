using System.Text;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.EndToEnd;

/// <summary><c>engagement demo --once</c>.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task Two_runs_print_the_same_table_and_no_name_gets_into_tables_or_logs()
    {
        using var folder = new TemporaryFolder();
        string[] demo = ["demo", "--once", "--learners", "30", "--urls", "http://127.0.0.1:0", "--data", folder.File("one")];
        var first = await EngagementProcess.RunAsync(demo);
        Assert.True(first.Code == 0, first.Errors);
        Assert.Contains("Try It: Sort twelve comments", first.Output);
        Assert.Contains("for feedback", first.Output);
        Assert.Contains(", 0 rejected", first.Output);

        var second = await EngagementProcess.RunAsync([.. demo[..^1], folder.File("two")]);
        Assert.Equal(first.Output, second.Output);

        var truth = new Engagement.Simulator.Simulation(new() { Learners = 30 }).Truth;
        var held = await HeldAsync(folder.File("one"));
        Assert.Contains("learn.example.org", held);
        Assert.All(truth.PersonalTexts, text => Assert.DoesNotContain(text, held, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Every row of every table, and the logs.</summary>
    private static async Task<string> HeldAsync(string data)
    {
        var held = new StringBuilder();
        foreach (var log in Directory.EnumerateFiles(Path.Combine(data, "logs"))) held.Append(await File.ReadAllTextAsync(log));
        await using var engine = EngagementProcess.Start(new Dictionary<string, string>(), "clickhouse", "--port", "0", "--data", data);
        var address = Path.Combine(data, "clickhouse.address");
        await Until.TrueAsync(() => File.Exists(address) || engine.HasEnded, "the engine answers");
        using var client = new ClickHouseClient(new ClickHouseOptions { Url = await File.ReadAllTextAsync(address) });
        var tables = await client.ListAsync<Table>("SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree%'");
        foreach (var table in tables)
        {
            using var rows = await client.StreamAsync($"SELECT * FROM {table.Name}", "TabSeparated");
            held.Append(await rows.Content.ReadAsStringAsync());
        }
        return held.ToString();
    }

    private sealed record Table(string Name);
}
