using Engagement.Ingest;

namespace Engagement.Engines.Tests.Ingest;

/// <summary>A worker that runs until it is stopped.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public Worker(IngestWorker worker)
    {
        Status = worker.Status;
        Task = worker.RunAsync(_stop.Token);
    }

    public IngestStatus Status { get; }

    public Task Task { get; }

    /// <summary>It failed, and not because it could not end in order when it was told to.</summary>
    public bool HasFailedByItself => Task.IsFaulted && !_stop.IsCancellationRequested;

    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task;
    }

    public async Task StopAfterAsync(Func<Task> condition)
    {
        await condition();
        await StopAsync();
    }

    /// <summary>May be called twice: by a test, and by its rig.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Task.ContinueWith(_ => { }, TaskScheduler.Default); // its failure was looked at, or the test failed anyway
    }
}
