using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Engagement.Ingest;

/// <summary>Runs the worker in a host. Its failure stops the host, with exit code 1.</summary>
internal sealed class IngestService(IngestWorker worker, ILogger<IngestService> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stop)
    {
        try
        {
            await worker.RunAsync(stop);
        }
        catch (Exception e)
        {
            worker.Status.Failure = e;
            Environment.ExitCode = 1;
            log.LogCritical(e is IngestException ? null : e, "{Message}", e.Message);
            throw;
        }
    }
}
