namespace Engagement.Engines.Tests.Ingest.Faults;

/// <summary>However the partitions wander between workers, the statements and the numbers are those of an undisturbed run.</summary>
public class GroupFaultTests
{
    private const int Steps = 8;

    [Fact]
    public async Task Three_workers_that_join_and_leave_at_random_while_statements_flow_change_no_number()
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        await using var trial = await Trial.NewAsync();
        List<Worker> workers = [trial.StartWorker()], all = [.. workers];
        try
        {
            for (var step = 1; step <= Steps; step++)
            {
                var feeding = trial.FeedAsync((double)step / Steps);
                // Never more than three, and at times none at all.
                if (workers.Count < 3 && random.Next(4 - workers.Count) > 0 || workers.Count == 0)
                {
                    workers.Add(trial.StartWorker());
                    all.Add(workers[^1]);
                }
                else
                {
                    var leaving = workers[random.Next(workers.Count)];
                    workers.Remove(leaving);
                    await leaving.StopAsync().WaitAsync(trial.StopDeadline);
                }
                await feeding;
                // Sometimes the next change comes before the group has settled.
                if (workers.Count > 0 && random.Next(3) > 0) await trial.UntilStoredAsync((step - 1.0) / Steps);
            }
            if (workers.Count == 0) workers.Add(trial.StartWorker());
            await trial.UntilAllCommittedAsync();
            foreach (var worker in workers) await worker.StopAsync().WaitAsync(trial.StopDeadline);
            Assert.True(all.Sum(w => w.Status.Rebalances) > all.Count, "Nothing was ever handed over.");
            await trial.AssertAsUndisturbedAsync();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"With the seed {seed}: {e.Message}", e);
        }
    }

    [Fact]
    public async Task A_worker_paused_beyond_the_poll_interval_loses_its_partitions_and_its_late_writes_harm_nothing()
    {
        await using var trial = await Trial.NewAsync();
        var (paused, time) = await PausedWorkerAsync(trial);

        trial.Rig.Time = TimeProvider.System;
        var second = trial.Rig.Start();
        await trial.Rig.UntilAsync(() => second.Status.Partitions == 4, "the second worker holding all");
        await trial.FeedAsync(0.8);
        await trial.UntilStoredAsync(0.8);
        await trial.Rig.UntilAsync(() => trial.Rig.Committed() == (int)(SampleCourse.Messages.Count * 0.8), "the second worker's commits");

        // What the first one had under way lands after the second one has written the same.
        var before = await trial.Rig.CountAsync("count()", "statements");
        trial.ClickHouse.Always = null;
        trial.ClickHouse.Release();
        await trial.Rig.UntilAsync(async () => await trial.Rig.CountAsync("count()", "statements") > before, "the late writes");

        time.GoOn();
        await trial.Rig.UntilAsync(() => trial.Rig.Said("Local_MaxPollExceeded") && trial.Rig.Said("Lost partitions"), "the loss");
        await trial.Rig.UntilAsync(() => paused.Status.Partitions > 0, "a share for the one that came back");
        Assert.True(trial.Rig.Committed() >= (int)(SampleCourse.Messages.Count * 0.8), "Its old offsets were committed.");
        await second.StopAsync().WaitAsync(trial.StopDeadline);
        await trial.FeedAsync(1);
        await trial.UntilAllCommittedAsync();
        await paused.StopAsync().WaitAsync(trial.StopDeadline);
        await trial.AssertAsUndisturbedAsync();
    }

    [Fact]
    public async Task A_paused_worker_that_is_stopped_when_it_comes_back_leaves_all_to_the_next()
    {
        await using var trial = await Trial.NewAsync();
        var (paused, time) = await PausedWorkerAsync(trial);
        trial.Rig.Time = TimeProvider.System;
        var second = trial.Rig.Start();
        await trial.Rig.UntilAsync(() => second.Status.Partitions == 4, "the second worker holding all");
        trial.ClickHouse.Release();

        var stopping = paused.StopAsync();
        time.GoOn();
        await stopping.WaitAsync(trial.StopDeadline);
        await trial.FeedAsync(1);
        await trial.UntilAllCommittedAsync();
        await second.StopAsync().WaitAsync(trial.StopDeadline);
        await trial.AssertAsUndisturbedAsync();
    }

    // Its loop hangs, with writes on their way that have not reached the engine.
    private static async Task<(Worker Worker, StallingTime Time)> PausedWorkerAsync(Trial trial)
    {
        var time = new StallingTime();
        trial.Rig.Time = time;
        trial.Rig.Options.PollDeadline = TimeSpan.FromSeconds(3);
        await trial.Rig.Database.ExecuteAsync("SYSTEM STOP MERGES statements"); // they would hide the late rows
        await trial.FeedAsync(0.4);
        var worker = trial.StartWorker();
        await trial.UntilStoredAsync(0.3);
        trial.ClickHouse.Always = InsertFault.Held;
        await trial.FeedAsync(0.6);
        await trial.Rig.UntilAsync(() => trial.ClickHouse.Held > 0, "a write under way");
        time.Stall();
        await trial.Rig.UntilAsync(() => time.IsStalled, "the pause");
        return (worker, time);
    }
}
