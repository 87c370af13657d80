using Engagement.Engines.Tests.Engines;

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
                if (step == Steps) await HandOverAsync();
                var feeding = trial.FeedAsync((double)step / Steps);
                // Never more than three, and at times none at all.
                if (workers.Count < 3 && random.Next(4 - workers.Count) > 0 || workers.Count == 0)
                    Start();
                else
                    await LeaveAsync(workers[random.Next(workers.Count)]);
                await feeding;
                // Sometimes the next change comes before the group has settled.
                if (workers.Count > 0 && random.Next(3) > 0) await trial.UntilStoredAsync((step - 1.0) / Steps);
            }
            if (workers.Count == 0) Start();
            await trial.UntilAllDoneAsync();
            foreach (var worker in workers) await worker.StopAsync().WaitAsync(trial.StopDeadline);
            await trial.AssertAsUndisturbedAsync();
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"With the seed {seed}: {e.Message}", e);
        }

        // By chance alone no two may ever have been there together for long enough. Those who join together share without handing
        // anything over, so one more comes, or goes, once those who are there hold theirs.
        async Task HandOverAsync()
        {
            if (workers.Count == 0) Start();
            await Until.TrueAsync(() => HasHandedOver() || workers.TrueForAll(worker => worker.Status.Partitions > 0), "each worker has a share");
            if (HasHandedOver()) return;
            if (workers.Count < 3) Start();
            else await LeaveAsync(workers[0]);
            await Until.TrueAsync(HasHandedOver, "partitions were handed over");
        }

        bool HasHandedOver() => all.Exists(worker => worker.Status.Rebalances > 1);

        void Start()
        {
            workers.Add(trial.StartWorker());
            all.Add(workers[^1]);
        }

        async Task LeaveAsync(Worker leaving)
        {
            workers.Remove(leaving);
            await leaving.StopAsync().WaitAsync(trial.StopDeadline);
        }
    }
}
