using Engagement.ClickHouse;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Engagement.Attrition.Scoring;

/// <summary>Runs <see cref="ScoringRun"/> at each tick, one at a time.</summary>
[DisallowConcurrentExecution]
public sealed partial class ScoringJob(ScoringRun scoring, AttritionStatus status, TimeProvider clock, ILogger<ScoringJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var started = clock.GetTimestamp();
        try
        {
            var result = await scoring.RunAsync(cancellationToken);
            if (status.Succeeded()) LogBack();
            if (result.Changed > 0) LogRun(result.Scored, result.Changed, (long)clock.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (Exception e) when (e is HttpRequestException or ClickHouseException or IOException)
        {
            if (status.Failed(e.Message)) LogAway(e.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped half way: the next run adds what is missing.
        }
    }

    [LoggerMessage(LogLevel.Information, "Risk of {Learners} learners looked at, of {Changed} it is another, in {Milliseconds} ms")]
    private partial void LogRun(int learners, int changed, long milliseconds);

    [LoggerMessage(LogLevel.Warning, "Learners can't be scored now, which is tried again at each tick: {Reason}")]
    private partial void LogAway(string reason);

    [LoggerMessage(LogLevel.Information, "Learners are scored again")]
    private partial void LogBack();
}
