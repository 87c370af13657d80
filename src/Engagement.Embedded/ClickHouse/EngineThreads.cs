using System.Collections.Concurrent;

namespace Engagement.Embedded.ClickHouse;

/// <summary>
/// Threads for calls into the engine, which block for as long as a query runs: on the thread pool they would starve the
/// web server. Thread-safe.
/// </summary>
internal sealed class EngineThreads : IDisposable
{
    private readonly BlockingCollection<Action> _calls = [];
    private readonly Thread[] _threads;

    public EngineThreads(string name, int count)
    {
        _threads = [.. Enumerable.Range(0, count).Select(i => new Thread(Work, 1 << 20) { IsBackground = true, Name = $"{name} {i}" })];
        foreach (var thread in _threads) thread.Start();
    }

    public Task<T> RunAsync<T>(Func<T> call)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _calls.Add(() =>
        {
            try
            {
                done.SetResult(call());
            }
            catch (Exception e)
            {
                done.SetException(e);
            }
        });
        return done.Task;
    }

    public Task RunAsync(Action call) => RunAsync(() =>
    {
        call();
        return true;
    });

    /// <summary>Waits for the calls that are under way.</summary>
    public void Dispose()
    {
        _calls.CompleteAdding();
        foreach (var thread in _threads) thread.Join();
        _calls.Dispose();
    }

    private void Work()
    {
        foreach (var call in _calls.GetConsumingEnumerable()) call();
    }
}
