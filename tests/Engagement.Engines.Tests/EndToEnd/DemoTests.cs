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
        Assert.Contains(", 0 rejected", first.Output);

        var second = await EngagementProcess.RunAsync([.. demo[..^1], folder.File("two")]);
        Assert.Equal(first.Output, second.Output);

        var truth = new Engagement.Simulator.Simulation(new() { Learners = 30 }).Truth;
        var tables = (await Tables.AskAsync(folder.File("one"), "SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree%'")).Split('\n');
        Assert.Contains("statements", tables);
        var held = string.Concat(await Task.WhenAll(tables.Select(t => Tables.AskAsync(folder.File("one"), $"SELECT * FROM {t}"))))
            + string.Concat(Directory.EnumerateFiles(folder.File("one/logs")).Select(File.ReadAllText));
        Assert.All(truth.PersonalTexts, text => Assert.DoesNotContain(text, held, StringComparison.OrdinalIgnoreCase));
    }
}
