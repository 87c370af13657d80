namespace Engagement.Engines.Tests.Ingest.Faults;

/// <summary>
/// A clock that does not answer the consuming thread while it is told to stall: to that thread, and to Kafka, it is as if the
/// whole machine had been paused. Other threads go on, as the requests of a paused machine do on their way.
/// </summary>
internal sealed class StallingTime : TimeProvider, IDisposable
{
    private readonly ManualResetEventSlim _goOn = new(initialState: true);
    private int _stalled;

    /// <summary>The consuming thread is waiting now.</summary>
    public bool IsStalled => Volatile.Read(ref _stalled) > 0;

    public void Stall() => _goOn.Reset();

    public void GoOn() => _goOn.Set();

    /// <summary>Lets the thread go on: a worker that hangs can't be stopped.</summary>
    public void Dispose() => GoOn();

    public override long GetTimestamp()
    {
        // The loop has a thread of its own; all else runs in the pool.
        if (!Thread.CurrentThread.IsThreadPoolThread && !_goOn.IsSet)
        {
            Interlocked.Increment(ref _stalled);
            _goOn.Wait();
            Interlocked.Decrement(ref _stalled);
        }
        return base.GetTimestamp();
    }
}
