using System.Text;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Ingest;
using Engagement.Engines.Tests.Metrics;
using Engagement.Engines.Tests.Metrics.Reference;
using Engagement.Erasure;
using Engagement.Erasure.Disk;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Erasure;

/// <summary>Who was erased is gone from every table and from the disk, and nothing brings them back.</summary>
public class EraseRunTests(KafkaEngine kafka) : IClassFixture<KafkaEngine>
{
    private const int Count = 1000, Learners = 50;
    private static readonly Guid Facilitator = new("facade00-0000-4000-8000-00000000000f");

    [Fact]
    public async Task After_a_replay_of_all_statements_every_count_of_the_learner_stays_0()
    {
        await using var rig = await Rig.NewAsync(kafka);
        var metrics = Metrics(rig.Database);
        await using var worker = rig.Start();
        await rig.ProduceAsync([.. Sample.Statements(0, Count), Feedback(3)]);
        await rig.UntilStatementsAsync(Count + 1);
        await Until.TrueAsync(async () => // statements are there before the touches that have them computed
        {
            await metrics.RunAsync();
            return await rig.Database.ScalarAsync("SELECT count() FROM enrolments FINAL") == $"{Learners}";
        }, "all learners are computed");
        var learner = Guid.Parse((await rig.Database.ScalarAsync("SELECT learner_id FROM statements WHERE statement_id = {id:UUID}", [("id", Sample.Id(3))]))!);
        await HeldLearnerRows.AddAsync(rig.Database, learner, Facilitator);
        var folders = await FoldersAsync(rig.Database);
        Assert.NotEmpty(DiskSearch.Find(folders, [], learner).Found);
        var others = await HeldLearnerRows.NotOfAsync(rig.Database, learner);

        var result = await new EraseRun(rig.Database, metrics, TimeProvider.System).EraseAsync(learner, "a test");
        Assert.True(result.IsDone);
        var found = result.Found.Where(table => table.Rows > 0).ToDictionary(table => table.Table, table => table.Rows);
        Assert.Equal((Count / Learners) + 1, found["statements"]); // and the feedback on one of them
        Assert.Equal(
            ["alert_actions", "alert_events", "alert_notes", "deliveries", "enrolments", "identity_reads", "learner_activities", "learner_days", "marks", "people", "risk_scores", "roster", "section_engagement", "statement_contents", "statement_refs", "statements", "touches", "visits"],
            found.Keys.Order(StringComparer.Ordinal));
        await NothingAsync(rig.Database, learner);

        await rig.ProduceAsync(Sample.Statements(0, Count));
        await rig.UntilAsync(() => worker.Status.Accepted + worker.Status.Ignored == (2 * Count) + 1, "the replay was read");
        await metrics.RunAsync();
        Assert.Equal(Count / Learners, worker.Status.IgnoredByRule["erased"]);
        Assert.Equal(0, worker.Status.Rejected);
        await NothingAsync(rig.Database, learner);
        others["statements"]--; // the feedback
        Assert.Equal(others, await HeldLearnerRows.NotOfAsync(rig.Database, learner));
        Assert.True(await metrics.IsUpToDateAsync());

        // Another worker knows from its first statement on.
        await worker.StopAsync();
        await using var next = rig.Start();
        await rig.ProduceAsync(Sample.Statements(0, Learners));
        await rig.UntilAsync(() => next.Status.Accepted + next.Status.Ignored == Learners, "the second replay was read");
        Assert.Equal(1, next.Status.IgnoredByRule["erased"]);
        await NothingAsync(rig.Database, learner);
        await Subqueries.NoneTwiceAsync(rig.Database);
    }

    [Fact]
    public async Task Erased_twice_is_erased_once_and_the_tombstone_stays()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var learner = await OneAsync(clickHouse);
        var run = new EraseRun(clickHouse, Metrics(clickHouse), TimeProvider.System);
        var first = await run.EraseAsync(learner, "first");
        var second = await run.EraseAsync(learner, "second");
        Assert.True(first.IsDone && second.IsDone);
        Assert.All(second.Found, table => Assert.Equal(0, table.Rows));
        Assert.Equal(first.ErasedAt.ToUnixTimeMilliseconds(), second.ErasedAt.ToUnixTimeMilliseconds());
        Assert.Equal("first", await clickHouse.ScalarAsync("SELECT erased_by FROM erasures FINAL"));
        Assert.Equal(first.Found.Sum(table => table.Rows).ToString(), await clickHouse.ScalarAsync("SELECT arraySum(mapValues(counts)) FROM erasures FINAL"));
    }

    [Fact]
    public async Task A_run_under_way_writes_nothing_of_the_learner_again()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var learner = await OneAsync(clickHouse, others: 400);
        var metrics = Metrics(clickHouse);
        for (var round = 0; round < 3; round++)
        {
            await metrics.TouchAllAsync();
            var running = metrics.RunAsync();
            await Until.TrueAsync(async () => running.IsCompleted || await clickHouse.ScalarAsync("SELECT count() FROM run_learners") != "0", "the run has planned");
            if (round == 0) Assert.True((await new EraseRun(clickHouse, metrics, TimeProvider.System).EraseAsync(learner, "a test")).IsDone);
            else await new EraseRun(clickHouse, metrics, TimeProvider.System).DeleteAsync();
            await running;
            await NothingAsync(clickHouse, learner, isDiskSearched: false);
        }
        while (!await metrics.IsUpToDateAsync()) await metrics.RunAsync();
        await NothingAsync(clickHouse, learner);
        Assert.Equal("400", await clickHouse.ScalarAsync("SELECT count() FROM enrolments FINAL"));
    }

    [Fact]
    public async Task What_a_worker_stores_late_is_in_no_number_and_goes_with_the_next_sweep()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var learner = await OneAsync(clickHouse);
        var metrics = Metrics(clickHouse);
        var run = new EraseRun(clickHouse, metrics, TimeProvider.System);
        await run.EraseAsync(learner, "a test");
        await clickHouse.StoreAsync([Said(learner, 7)]); // read before the worker knew, written after an outage
        Assert.True(await metrics.IsUpToDateAsync());
        await metrics.RunAsync();
        Assert.Equal("0", await clickHouse.ScalarAsync("SELECT count() FROM enrolments FINAL WHERE learner_id = {learner:UUID}", [("learner", learner)]));
        Assert.Equal(3, await run.DeleteAsync()); // statement, its content, touch
        Assert.Equal(0, await run.DeleteAsync());
        await NothingAsync(clickHouse, learner, isDiskSearched: false);
    }

    [Fact]
    public async Task Models_that_were_trained_of_the_learners_days_are_named()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var learner = await OneAsync(clickHouse);
        await clickHouse.InsertRowsAsync("models", [Model("2026-01-01", "2026-02-01"), Model("2025-01-01", "2025-12-31"), Model("2026-06-01", "2026-08-01"), Model("2013B", "2014B")]);
        var result = await new EraseRun(clickHouse, Metrics(clickHouse), TimeProvider.System).EraseAsync(learner, "a test");
        Assert.Equal("2026-01-01", Assert.Single(result.Models).TrainedFrom);
        Assert.Equal(result.Models[0].ModelId.ToString(), await clickHouse.ScalarAsync("SELECT models[1] FROM erasures FINAL"));
    }

    private static object Model(string from, string until) => new { ModelId = Guid.NewGuid(), Task = "gives-up", Kind = "logistic", TrainedAt = "2027-01-01 00:00:00", TrainedFrom = from, TrainedUntil = until };

    private static async Task NothingAsync(ClickHouseClient clickHouse, Guid learner, bool isDiskSearched = true)
    {
        Assert.All(await new LearnerRows(clickHouse).CountAsync(learner), table => Assert.Equal((table.Table, 0), (table.Table, table.Rows)));
        if (!isDiskSearched) return;
        var disk = DiskSearch.Find(await FoldersAsync(clickHouse), await TombstoneFolders.AskAsync(clickHouse), learner);
        Assert.True(disk.Files > 50);
        Assert.Empty(disk.Found);
        Assert.Equal(0, disk.UnreadBlocks);
        Assert.NotEmpty(DiskSearch.Find(await TombstoneFolders.AskAsync(clickHouse), [], learner).Found);
    }

    private sealed record Folder(string Path);

    private static async Task<List<string>> FoldersAsync(ClickHouseClient clickHouse) =>
        (await clickHouse.ListAsync<Folder>("SELECT arrayJoin(data_paths) AS path FROM system.tables WHERE database = currentDatabase()")).ConvertAll(folder => folder.Path);

    // A learner, and others beside, all computed.
    private static async Task<Guid> OneAsync(ClickHouseClient clickHouse, int others = 2)
    {
        var learner = Guid.NewGuid();
        await clickHouse.StoreAsync([.. Enumerable.Range(0, 5).Select(n => Said(learner, n)), .. Enumerable.Range(0, others).Select(n => Said(Guid.NewGuid(), n))]);
        await Metrics(clickHouse).RunAsync();
        return learner;
    }

    private static ReferenceStatement Said(Guid learner, int n) => new()
    {
        Id = Guid.NewGuid(), Learner = learner, Course = HeldLearnerRows.Course, Groupings = [HeldLearnerRows.Course],
        Verb = "http://adlnet.gov/expapi/verbs/experienced", Role = "enter", Activity = $"{HeldLearnerRows.Course}/page-{n % 5}",
        At = 1_767_600_000_000_000 + (n * 1_000_000L), StoredAt = 1_767_600_000_000_000 + (n * 1_000_000L),
    };

    private static byte[] Feedback(int target) => Encoding.UTF8.GetBytes($$$"""
        {"id":"{{{Guid.NewGuid()}}}","actor":{"mbox":"mailto:facilitator@example.org"},
        "verb":{"id":"https://w3id.org/xapi/acrossx/verbs/evaluated"},
        "object":{"objectType":"StatementRef","id":"{{{Sample.Id(target)}}}"},
        "result":{"success":true,"score":{"scaled":0.5}},
        "context":{"contextActivities":{"grouping":[{"id":"https://example.org/course"}]}},
        "timestamp":"2026-03-01T12:00:00.000Z"}
        """);

    private static MetricsRun Metrics(ClickHouseClient clickHouse) => new(clickHouse, Options.Create(new MetricsOptions()));
}
