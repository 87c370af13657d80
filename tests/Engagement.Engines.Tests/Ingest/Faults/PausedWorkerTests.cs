using Engagement.Embedded.Kafka;

namespace Engagement.Engines.Tests.Ingest.Faults;

/// <summary>
/// A worker whose consuming thread hangs longer than the group waits for it, with writes on their way: others get its partitions,
/// and when it comes back it must do no harm.
/// </summary>
public class PausedWorkerTests
{
    private const double FedBefore = 0.6;

    [Theory]
    [InlineData(true)] // a rebalance waits for it when it comes back
    [InlineData(false)] // it has been thrown out, and finds its partitions lost
    public async Task It_loses_its_partitions_and_its_late_writes_change_no_number(bool isSecondThereBefore)
    {
        await using var trial = await Trial.NewAsync();
        using var time = new StallingTime();
        var (paused, second) = await PausedAsync(trial, time, isSecondThereBefore);
        await trial.FeedAsync(0.8);
        await trial.UntilCommittedAsync();
        var committed = trial.Rig.Committed();

        // What the first one had under way lands after the second one has written the same.
        var before = await trial.Rig.CountAsync("count()", "statements");
        trial.ClickHouse.Always = null;
        trial.ClickHouse.Release();
        await trial.Rig.UntilAsync(async () => await trial.Rig.CountAsync("count()", "statements") > before, "the late writes");

        time.GoOn();
        await trial.Rig.UntilAsync(() => trial.Rig.Said("Local_MaxPollExceeded"), "the news of its loss");
        await trial.Rig.UntilAsync(() => paused.Status.Partitions > 0 && second.Status.Partitions > 0, "a share for each");
        await second.StopAsync().WaitAsync(trial.StopDeadline);
        Assert.True(trial.Rig.Committed() >= committed, "The offsets went back.");
        await trial.FeedAsync(1);
        await trial.UntilAllDoneAsync();
        await paused.StopAsync().WaitAsync(trial.StopDeadline);
        await trial.AssertAsUndisturbedAsync();
    }

    [Fact]
    public async Task Stopped_when_it_comes_back_it_leaves_all_to_the_next()
    {
        await using var trial = await Trial.NewAsync();
        using var time = new StallingTime();
        var (paused, second) = await PausedAsync(trial, time, isSecondThereBefore: false);
        trial.ClickHouse.Always = null;
        trial.ClickHouse.Release();
        var stopping = paused.StopAsync();
        time.GoOn();
        await stopping.WaitAsync(trial.StopDeadline);
        await trial.FeedAsync(1);
        await trial.UntilAllDoneAsync();
        await second.StopAsync().WaitAsync(trial.StopDeadline);
        await trial.AssertAsUndisturbedAsync();
    }

    // One worker hangs, with writes on their way that have not reached the engine, and another one holds all partitions.
    private static async Task<(Worker Paused, Worker Second)> PausedAsync(Trial trial, StallingTime time, bool isSecondThereBefore)
    {
        trial.Rig.Time = time;
        trial.Rig.Options.PollDeadline = TimeSpan.FromSeconds(3);
        await trial.Rig.Database.ExecuteAsync("SYSTEM STOP MERGES statements"); // they would hide the late rows
        await trial.FeedAsync(0.4);
        var paused = trial.StartWorker();
        await trial.UntilCommittedAsync();
        await trial.Rig.UntilAsync(() => trial.Rig.Said("Outline of"), "the outline"); // what is held next are statements
        trial.ClickHouse.Always = InsertFault.Held;
        await trial.FeedAsync(FedBefore);
        await trial.Rig.UntilAsync(() => trial.ClickHouse.Held > 0, "a write under way");
        trial.Broker.StartCounting();
        time.Stall();
        await trial.Rig.UntilAsync(() => time.IsStalled, "the pause");

        trial.Rig.Time = TimeProvider.System;
        if (!isSecondThereBefore) await trial.Rig.UntilAsync(() => trial.Broker.Requests(KafkaRequest.LeaveGroup) > 0, "the paused one to be out");
        var second = trial.Rig.Start();
        await trial.Rig.UntilAsync(() => second.Status.Partitions == 4, "the second worker holding all");
        return (paused, second);
    }
}
