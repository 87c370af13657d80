using Engagement.ClickHouse;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Engagement.Erasure.Retention;

/// <summary>Runs <see cref="RetentionRun"/> once a day.</summary>
[DisallowConcurrentExecution]
public sealed partial class RetentionJob(RetentionRun retention, ILogger<RetentionJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var result = await retention.RunAsync(cancellationToken);
            if (result != new RetentionResult(0, 0, 0)) LogDeleted(result.Learners, result.Courses, result.AgedRows);
        }
        catch (Exception e) when (e is HttpRequestException or ClickHouseException or IOException)
        {
            LogAway(e.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped half way: what is left is due again.
        }
    }

    [LoggerMessage(LogLevel.Information, "Older than it may be: {Learners} learners of {Courses} courses and {Rows} rows of no course are deleted")]
    private partial void LogDeleted(long learners, int courses, long rows);

    [LoggerMessage(LogLevel.Warning, "What is older than it may be can't be deleted now, which is tried again tomorrow: {Reason}")]
    private partial void LogAway(string reason);
}
