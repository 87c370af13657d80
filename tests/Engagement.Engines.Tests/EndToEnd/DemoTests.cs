namespace Engagement.Engines.Tests.EndToEnd;

/// <summary><c>engagement demo --once</c>.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task Two_runs_print_the_same_table_and_no_name_is_found_on_disk()
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
        var held = await Holdings.ReadAsync(folder.File("one"));
        Assert.Contains("table roster", held.PlacesOf(truth.Learners[0].Cohort));
        Assert.Equal(["table statements"], held.PlacesOf("learn.example.org").Intersect(["table statements"]));
        Assert.All(truth.PersonalTexts, text => Assert.Empty(held.PlacesOf(text)));
        Assert.Equal("30\t1", await Tables.AskAsync(folder.File("one"), "SELECT (SELECT count() FROM roster FINAL), (SELECT count() FROM people FINAL) BETWEEN 31 AND 34"));

        await PlantAsync(folder.File("two"), truth.Learners[0].Person.Name);
        var planted = (await Holdings.ReadAsync(folder.File("two"))).PlacesOf(truth.Learners[0].Person.Name.ToUpperInvariant());
        Assert.Superset(new HashSet<string> { "table planted", Path.Combine("logs", "planted.json") }, planted.ToHashSet());
    }

    // Where a name did get to the disk, the search has to find it.
    private static async Task PlantAsync(string data, string name)
    {
        await Tables.AskAsync(data, $"CREATE TABLE planted ENGINE = MergeTree ORDER BY tuple() AS SELECT '{name}' AS text FROM numbers(1000)");
        await File.WriteAllTextAsync(Path.Combine(data, "logs", "planted.json"), $$"""{"Message":"{{name}} signed in"}""");
    }
}
