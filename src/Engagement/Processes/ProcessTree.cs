using Engagement.Hosting;

namespace Engagement.Processes;

/// <summary>The whole product on one machine: embedded engines where none are given, and a worker, each a child of this process.</summary>
public sealed class ProcessTree : IAsyncDisposable
{
    private readonly ChildProcess _worker;

    private ProcessTree(Engines engines, ChildProcess worker, string url) => (Engines, _worker, Url) = (engines, worker, url);

    public Engines Engines { get; }

    /// <summary>Where the pages are.</summary>
    public string Url { get; }

    /// <summary>Fails when something is gone that can't be brought back; otherwise never ends.</summary>
    public Task Ended => Task.WhenAny(Engines.Ended, _worker.Ended).Unwrap();

    public static async Task<ProcessTree> StartAsync(
        Settings settings, IReadOnlySet<string> roles, string url, ILogger log, CancellationToken cancel)
    {
        var engines = await Engines.StartAsync(settings, withKafka: Roles.NeedKafka(roles), log, cancel);
        var worker = new ChildProcess("worker",
            ["serve", "--child", "--roles", string.Join(',', roles), "--urls", url, "--data", settings.Data.Path, .. settings.SetArguments],
            engines.WorkerSettings.ToDictionary(s => s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value!), restart: true, log);
        try
        {
            return new ProcessTree(engines, worker, await worker.ReadyAsync(cancel));
        }
        catch
        {
            await worker.DisposeAsync();
            await engines.DisposeAsync();
            throw;
        }
    }

    /// <summary>Worker first: it drains into the engines.</summary>
    public async ValueTask DisposeAsync()
    {
        await _worker.DisposeAsync();
        await Engines.DisposeAsync();
    }
}
