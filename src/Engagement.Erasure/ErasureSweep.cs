using Engagement.ClickHouse;
using Microsoft.Extensions.Logging;
using Quartz;

namespace Engagement.Erasure;

/// <summary>
/// Looks from time to time whether rows of an erased learner have come back, and deletes them: what a worker that could not write for
/// long still had in hand, what was scored while the erasure ran, or the rest of an erasure that died.
/// </summary>
[DisallowConcurrentExecution]
public sealed partial class ErasureSweep(EraseRun erasure, ClickHouseClient clickHouse, ILogger<ErasureSweep> log) : IJob
{
    /// <summary>How often is looked.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromMinutes(10);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (await clickHouse.ScalarAsync("SELECT count() FROM erasures", cancel: cancellationToken) == "0") return;
            if (await erasure.DeleteAsync(cancellationToken) is > 0 and var rows) LogSwept(rows);
        }
        catch (Exception e) when (e is HttpRequestException or ClickHouseException or IOException)
        {
            LogAway(e.Message);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped half way: the next sweep finds the rest.
        }
    }

    [LoggerMessage(LogLevel.Information, "{Rows} rows of erased learners had come after they were erased, and are deleted")]
    private partial void LogSwept(long rows);

    [LoggerMessage(LogLevel.Warning, "What came of erased learners can't be deleted now, which is tried again in ten minutes: {Reason}")]
    private partial void LogAway(string reason);
}
