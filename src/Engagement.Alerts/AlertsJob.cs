using Engagement.ClickHouse;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Engagement.Alerts;

/// <summary>Takes a turn of <see cref="AlertsRun"/> at each tick, one at a time.</summary>
[DisallowConcurrentExecution]
public sealed partial class AlertsJob(AlertsRun run, AlertsStatus status, ILogger<AlertsJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var result = await run.RunAsync(cancel: cancellationToken);
            if (status.Succeeded()) LogBack();
            if (result.Raised + result.Closed > 0) LogRun(result.Raised, result.Closed);
        }
        catch (Exception e) when (e is HttpRequestException or ClickHouseException or IOException)
        {
            if (status.Failed(e.Message)) LogAway(e.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped half way: the next turn goes on.
        }
    }

    [LoggerMessage(LogLevel.Information, "{Raised} alerts raised, {Closed} ended by themselves")]
    private partial void LogRun(int raised, int closed);

    [LoggerMessage(LogLevel.Warning, "Alerts can't be raised or changed now, which is tried again at each tick: {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(LogLevel.Information, "Alerts are raised and changed again")]
    private partial void LogBack();
}
