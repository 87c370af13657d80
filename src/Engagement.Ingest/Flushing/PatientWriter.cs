using Confluent.Kafka;
using Engagement.ClickHouse;
using Microsoft.Extensions.Logging;

namespace Engagement.Ingest.Flushing;

/// <summary>Repeats a write until it succeeds, and says so. Thread-safe.</summary>
internal sealed class PatientWriter(InsertRetry retry, TimeProvider time, IngestStatus status, IngestMetrics metrics, ILogger log)
{
    // An outage shorter than this is everyday life.
    private static readonly TimeSpan AlarmAfter = TimeSpan.FromSeconds(30);

    /// <param name="where">Table or topic, for people.</param>
    /// <param name="write">May be run many times, so it must be harmless to repeat.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="IngestException">No waiting would help: the schema or the query is wrong. Nothing is lost.</exception>
    /// <exception cref="OperationCanceledException">Given up; whether the last try wrote is unknown.</exception>
    public async Task WriteAsync(string where, Func<CancellationToken, Task> write, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var begun = time.GetTimestamp();
            try
            {
                await write(cancel);
                metrics.Wrote(where, time.GetElapsedTime(begun), error: null);
                if (attempt > 1) log.LogInformation("Writing to {Where} works again, after {Tries} tries", where, attempt);
                status.Recovered(where);
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
            {
                metrics.Wrote(where, time.GetElapsedTime(begun), Code(e));
                var wait = retry.Wait(e, attempt) ?? throw Stop(where, e);
                status.IsFailing(where, e.Message);
                var level = time.GetElapsedTime(started) < AlarmAfter ? LogLevel.Warning : LogLevel.Error;
                log.Log(level, "Could not write to {Where} (try {Try}): {Reason} Trying again in {Seconds:0.0} s; nothing is lost, the offsets wait",
                    where, attempt, e.Message, wait.TotalSeconds);
                await Task.Delay(wait, time, cancel);
            }
        }
    }

    private static IngestException Stop(string where, Exception e) => new(
        $"Writing to {where} can't succeed: {e.Message} Ingest stops; nothing is lost, as the offsets were not stored. "
        + "Check that the schema is migrated (engagement migrate) and that the user may write, then start again.", e);

    private static string Code(Exception e) => e switch
    {
        ClickHouseException c => $"clickhouse-{c.Code}",
        KafkaException k => $"kafka-{k.Error.Code}",
        _ => "transport",
    };
}
