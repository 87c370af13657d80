using Engagement.Embedded.ClickHouse.Native;

namespace Engagement.Embedded.ClickHouse.Http;

/// <summary>
/// Stops a query whose client is gone. A call into the engine can't be interrupted from its own session, so another session
/// kills it, again and again until it ends: the first time may come before the engine lists it.
/// </summary>
internal sealed class RunningQuery : IAsyncDisposable
{
    private static readonly TimeSpan BetweenKills = TimeSpan.FromMilliseconds(100);

    private readonly ChdbEngine _engine;
    private readonly EngineThreads _killer;
    private readonly string _kill;
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenRegistration _onAbort;
    private Task _kills = Task.CompletedTask;

    public RunningQuery(ChdbEngine engine, EngineThreads killer, string mark, TimeProvider time, CancellationToken aborted)
    {
        (_engine, _killer, _time) = (engine, killer, time);
        _kill = $"KILL QUERY WHERE Settings['log_comment'] = {QueryRequest.Quote(mark)} ASYNC";
        _onAbort = aborted.Register(() => _kills = KillAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await _onAbort.DisposeAsync();
        await _ended.CancelAsync();
        await _kills;
        _ended.Dispose();
    }

    private async Task KillAsync()
    {
        while (!_ended.IsCancellationRequested)
        {
            await _killer.RunAsync(() =>
            {
                using var session = _engine.Connect();
                session.Execute(_kill);
            });
            await Task.Delay(BetweenKills, _time, _ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
