using Confluent.Kafka;
using Engagement.ClickHouse;
using Engagement.Ingest.Reading;
using Microsoft.Extensions.Logging;

namespace Engagement.Ingest.Flushing;

/// <summary>
/// Makes a batch durable: its statements in one INSERT, its dead letters, the rows about them, and last the touches that tell
/// whose metrics are out of date. Each step is repeated until it succeeds; only then may the offsets pass. Thread-safe.
/// </summary>
internal sealed class Flusher(
    ClickHouseClient clickHouse, DeadLetters letters, string topic, InsertRetry retry, TimeProvider time,
    IngestStatus status, IngestMetrics metrics, ILogger log)
{
    private const string TouchesInto = "touches (touch_id, learner_id, touched_at)";
    private const int LettersAtOnce = 10_000; // below librdkafka's queue of 100,000

    // An outage shorter than this is everyday life.
    private static readonly TimeSpan AlarmAfter = TimeSpan.FromSeconds(30);

    /// <exception cref="IngestException">No waiting would help: the schema or the query is wrong. Nothing is lost.</exception>
    /// <exception cref="OperationCanceledException">Given up; what was written and what not is unknown. Nothing is lost.</exception>
    public async Task FlushAsync(Batch batch, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        if (batch.Rows > 0) await InsertAsync(StatementRow.Into, batch.Buffers.Statements, batch.Token, cancel);
        if (batch.Rejected.Count > 0) await RejectAsync(batch, cancel);
        if (batch.Learners.Count > 0) await TouchAsync(batch, cancel);
        metrics.Flushed(batch, time.GetElapsedTime(started), time.GetUtcNow());
        log.LogDebug("Wrote {Rows} statements and {Rejected} rejections of {Messages} messages in {Milliseconds:0} ms: {Token}",
            batch.Rows, batch.Rejected.Count, batch.Messages, time.GetElapsedTime(started).TotalMilliseconds, batch.Token);
    }

    private async Task RejectAsync(Batch batch, CancellationToken cancel)
    {
        var sent = new TopicPartitionOffset?[batch.Rejected.Count];
        await UntilDoneAsync(letters.Topic, token => SendLettersAsync(batch.Rejected, sent, token), cancel);
        var rows = batch.Buffers.Rest;
        rows.Clear();
        for (var i = 0; i < sent.Length; i++) RejectedRow.Write(rows, topic, batch.Rejected[i], sent[i]!, batch.SealedAt);
        await InsertAsync(RejectedRow.Into, rows, batch.Token, cancel);
        foreach (var rejected in batch.Rejected) metrics.Rejected(rejected.Why.Rule);
    }

    // What was acknowledged in an earlier try is not sent again.
    private async Task SendLettersAsync(List<RejectedStatement> rejected, TopicPartitionOffset?[] sent, CancellationToken cancel)
    {
        await letters.PrepareAsync(cancel);
        foreach (var some in Enumerable.Range(0, sent.Length).Where(i => sent[i] is null).Chunk(LettersAtOnce))
            await Task.WhenAll(some.Select(SendAsync).ToArray());

        async Task SendAsync(int i) => sent[i] = await letters.SendAsync(rejected[i], cancel);
    }

    private async Task TouchAsync(Batch batch, CancellationToken cancel)
    {
        var rows = batch.Buffers.Rest;
        rows.Clear();
        var at = time.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
        foreach (var learner in batch.Learners)
        {
            rows.Uuid(batch.Id);
            rows.Uuid(learner);
            rows.Int64(at);
        }
        await InsertAsync(TouchesInto, rows, batch.Token, cancel);
    }

    private Task InsertAsync(string into, RowBinaryWriter rows, string token, CancellationToken cancel) =>
        UntilDoneAsync(into[..into.IndexOf(' ')], t => clickHouse.InsertAsync(into, "RowBinary", rows.Written, token, t), cancel);

    private async Task UntilDoneAsync(string where, Func<CancellationToken, Task> write, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await write(cancel);
                metrics.Wrote(where, "ok");
                if (attempt > 1) log.LogInformation("Writing to {Where} works again, after {Tries} tries", where, attempt);
                status.Recovered(where);
                return;
            }
            catch (Exception e) when (e is not OperationCanceledException || !cancel.IsCancellationRequested)
            {
                metrics.Wrote(where, Code(e));
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
