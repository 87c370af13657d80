using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.EndToEnd;

/// <summary>kill -9 in the middle of a replay, and nothing lost, nothing counted twice.</summary>
public sealed class SurvivalTests
{
    private static readonly Dictionary<string, string> OneKey = new() { ["Privacy__Key"] = "the same pseudonyms in every run" };
    private const int Statements = 40_000;

    [Fact]
    public async Task Three_kills_of_the_worker_change_no_number() =>
        await ComparedWithUndisturbedAsync(async (serve, stored) =>
        {
            foreach (var share in new[] { 0.15, 0.4, 0.7 })
            {
                await Until.TrueAsync(async () => await stored() > Statements * share, $"{share:P0} is stored", 120);
                await KillAsync(serve, "serve");
            }
        });

    [Fact]
    public async Task A_kill_of_the_engine_changes_no_number() =>
        await ComparedWithUndisturbedAsync(async (serve, stored) =>
        {
            await Until.TrueAsync(async () => await stored() > Statements * 0.3, "30 % is stored", 120);
            await KillAsync(serve, "clickhouse");
        });

    private static async Task ComparedWithUndisturbedAsync(Func<EngagementProcess, Func<Task<long>>, Task> disturb)
    {
        using var folder = new TemporaryFolder();
        var file = folder.File("statements.jsonl");
        var outline = folder.File("outline.json");
        Assert.Equal(0, (await EngagementProcess.RunAsync(
            "simulate", "--learners", "400", "--statements", $"{Statements}", "--out", file, "--outline-out", outline)).Code);

        var calm = await ReplayAsync(folder.File("calm"), file, outline, (_, _) => Task.CompletedTask);
        var shaken = await ReplayAsync(folder.File("shaken"), file, outline, disturb);

        Assert.Equal($"{Statements}\t{Statements}", shaken.Counts);
        Assert.Equal(calm.Counts, shaken.Counts);
        Assert.NotEmpty(calm.Sections);
        Assert.Equal(calm.Sections, shaken.Sections);
        Assert.Equal(calm.Visits, shaken.Visits);
    }

    private static async Task<(string Counts, string Sections, string Visits)> ReplayAsync(
        string data, string file, string outline, Func<EngagementProcess, Func<Task<long>>, Task> disturb)
    {
        Assert.Equal(0, (await EngagementProcess.RunAsync("course", "import", outline, "--data", data)).Code);
        await using (var serve = EngagementProcess.Start(OneKey, "serve", "--roles", "ingest,metrics", "--urls", "http://127.0.0.1:0", "--data", data))
        {
            string[] addresses = ["kafka.address", "clickhouse.address"];
            await Until.TrueAsync(() => serve.HasEnded || addresses.All(a => File.Exists(Path.Combine(data, a))), "both engines answer");
            Assert.False(serve.HasEnded);
            using var client = new ClickHouseClient(new ClickHouseOptions { Url = await File.ReadAllTextAsync(Path.Combine(data, "clickhouse.address")) });

            await using var replay = EngagementProcess.Start(OneKey, "replay", file, "--wait", "--data", data);
            await disturb(serve, () => StoredAsync(client));
            var (code, _, errors) = await replay.EndAsync();
            Assert.True(code == 0, errors);

            var metrics = new MetricsRun(client, Options.Create(new MetricsOptions()));
            await Until.TrueAsync(() => IsUpToDateAsync(metrics), "everything is computed", 120);
        }
        return (await Tables.AskAsync(data, "SELECT count(), uniqExact(statement_id) FROM statements FINAL"),
            await Tables.AskAsync(data, Tables.Sections), await Tables.AskAsync(data, Tables.Visits));
    }

    private static async Task KillAsync(EngagementProcess serve, string verb)
    {
        var victim = 0;
        await Until.TrueAsync(() => (victim = serve.Child(verb) ?? 0) != 0, $"{verb} runs");
        EngagementProcess.Kill(victim);
        await Until.TrueAsync(() => serve.Child(verb) is { } next && next != victim, $"{verb} runs again");
    }

    // While the engine is away it has no answer.
    private static async Task<long> StoredAsync(ClickHouseClient client)
    {
        try
        {
            return long.Parse((await client.ScalarAsync("SELECT count() FROM statements"))!);
        }
        catch (HttpRequestException)
        {
            return 0;
        }
    }

    private static async Task<bool> IsUpToDateAsync(MetricsRun metrics)
    {
        try
        {
            return await metrics.IsUpToDateAsync();
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
