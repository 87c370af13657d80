using Engagement.ClickHouse;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Engagement.Metrics;

/// <summary>Runs <see cref="MetricsRun"/> at each tick, one at a time.</summary>
[DisallowConcurrentExecution]
public sealed partial class MetricsJob(MetricsRun metrics, MetricsStatus status, MetricsInstruments instruments, TimeProvider clock, ILogger<MetricsJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var started = clock.GetTimestamp();
        try
        {
            var result = await metrics.RunAsync(cancellationToken);
            if (status.Succeeded()) LogBack();
            if (result.Run == 0) return;
            instruments.Ran(clock.GetElapsedTime(started), result.Learners);
            LogRun(result.Learners, result.Chunks, (long)clock.GetElapsedTime(started).TotalMilliseconds, result.IsFinished);
        }
        catch (Exception e) when (e is HttpRequestException or ClickHouseException or IOException)
        {
            instruments.Failed(clock.GetElapsedTime(started), e);
            if (status.Failed(e.Message)) LogAway(e.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped half way, which is harmless: the touches are still to do.
        }
    }

    [LoggerMessage(LogLevel.Information, "Metrics of {Learners} learners in {Chunks} chunks took {Milliseconds} ms (finished: {IsFinished})")]
    private partial void LogRun(long learners, int chunks, long milliseconds, bool isFinished);

    [LoggerMessage(LogLevel.Warning, "Metrics can't be computed now and are tried again at each tick: {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(LogLevel.Information, "Metrics are computed again")]
    private partial void LogBack();
}
