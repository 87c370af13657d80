using System.Diagnostics;
using Engagement.Ingest;

namespace Engagement.Engines.Tests.Ingest.Faults;

/// <summary>Something that goes wrong for a while.</summary>
/// <param name="Begin">Makes it go wrong.</param>
/// <param name="Seen">Ends when a worker has been hit by it; without that a test would show nothing.</param>
/// <param name="End">Makes it well again.</param>
internal sealed record Fault(Action<Trial> Begin, Func<Trial, Worker, Task> Seen, Action<Trial> End)
{
    /// <summary>It goes wrong before the first worker starts, not while statements flow.</summary>
    public bool IsThereFromTheStart { get; init; }

    /// <summary>A worker that lives through it leaves what an undisturbed one leaves.</summary>
    /// <param name="trial">A new one.</param>
    public async Task AssertOutlastedAsync(Trial trial)
    {
        var (worker, feeding) = await UntilHitAsync(trial);
        End(trial);
        await feeding;
        await trial.UntilAllDoneAsync();
        await worker.StopAsync().WaitAsync(trial.StopDeadline);
        Assert.Empty(worker.Status.Failing);
        await trial.AssertAsUndisturbedAsync();
    }

    /// <summary>
    /// A worker that is stopped in the middle of it ends in time, in order or telling what it left; and then another one finishes.
    /// </summary>
    /// <param name="trial">A new one.</param>
    public async Task AssertStoppedInTheMiddleAsync(Trial trial)
    {
        var (worker, feeding) = await UntilHitAsync(trial);
        var started = Stopwatch.GetTimestamp();
        try
        {
            await worker.StopAsync().WaitAsync(trial.StopDeadline);
        }
        catch (IngestException e)
        {
            Assert.Contains("could not write its last batches", e.Message, StringComparison.Ordinal);
            Assert.True(Stopwatch.GetElapsedTime(started) >= trial.Rig.Options.DrainTimeout, "It gave up before its time.");
        }
        End(trial);
        await feeding;
        var next = trial.StartWorker();
        await trial.UntilAllDoneAsync();
        await next.StopAsync().WaitAsync(trial.StopDeadline);
        await trial.AssertAsUndisturbedAsync();
    }

    private async Task<(Worker Worker, Task Feeding)> UntilHitAsync(Trial trial)
    {
        await trial.FeedAsync(0.4);
        if (IsThereFromTheStart) Begin(trial);
        var worker = trial.StartWorker();
        if (!IsThereFromTheStart)
        {
            await trial.UntilCommittedAsync(); // so that whatever comes next meets it
            Begin(trial);
        }
        var feeding = trial.FeedAsync(1);
        await Seen(trial, worker);
        return (worker, feeding);
    }
}
