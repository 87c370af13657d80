using Confluent.Kafka;
using Engagement.ClickHouse;
using Engagement.Ingest.Reading;
using Microsoft.Extensions.Logging;

namespace Engagement.Ingest.Flushing;

/// <summary>
/// Makes a batch durable: its statements in one INSERT, its dead letters, the rows about them, and last the touches that tell
/// whose metrics are out of date. Each step is repeated until it succeeds; only then may the offsets pass. Flushes overlap, but
/// dead letters go out in the order of the calls. Called by one thread.
/// </summary>
internal sealed class Flusher(
    ClickHouseClient clickHouse, DeadLetters letters, PatientWriter writer, TimeProvider time, IngestMetrics metrics, ILogger log)
{
    private const string TouchesInto = "touches (touch_id, learner_id, stored_from, stored_until, touched_at)";
    private const int LettersAtOnce = 10_000; // below librdkafka's queue of 100,000

    private Task _lettersBefore = Task.CompletedTask;

    /// <exception cref="IngestException">No waiting would help: the schema or the query is wrong. Nothing is lost.</exception>
    /// <exception cref="OperationCanceledException">Given up; what was written and what not is unknown. Nothing is lost.</exception>
    public async Task FlushAsync(Batch batch, CancellationToken cancel)
    {
        var before = _lettersBefore;
        var sent = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (batch.Rejected.Count > 0) _lettersBefore = sent.Task;
        await Task.Yield(); // the caller is the loop: encoding and sending are not its work
        try
        {
            await WriteAsync(batch, before, sent, cancel);
        }
        finally
        {
            sent.TrySetResult(); // where this one failed the worker ends; the next must not hang on it
        }
    }

    private async Task WriteAsync(Batch batch, Task before, TaskCompletionSource sent, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        if (batch.Rows > 0)
            await writer.WriteAsync("statements", token => clickHouse.InsertAsync(StatementRow.Into, batch.Buffers.Statements, batch.Token, token), cancel);
        if (batch.Rejected.Count > 0) await RejectAsync(batch, before, sent, cancel);
        if (batch.Learners.Count > 0) await TouchAsync(batch, cancel);
        metrics.Flushed(batch, time.GetElapsedTime(started), time.GetUtcNow());
        log.LogDebug("Wrote {Rows} statements and {Rejected} rejections of {Messages} messages in {Milliseconds:0} ms: {Token}",
            batch.Rows, batch.Rejected.Count, batch.Messages, time.GetElapsedTime(started).TotalMilliseconds, batch.Token);
    }

    private async Task RejectAsync(Batch batch, Task before, TaskCompletionSource done, CancellationToken cancel)
    {
        var sent = new TopicPartitionOffset?[batch.Rejected.Count];
        await before.WaitAsync(cancel);
        await writer.WriteAsync(letters.Topic, token => SendLettersAsync(batch.Rejected, sent, token), cancel);
        done.SetResult();
        var rows = batch.Buffers.Rest;
        rows.Clear();
        for (var i = 0; i < sent.Length; i++) RejectedRow.Write(rows, batch.Rejected[i], sent[i]!, batch.SealedAt);
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
            rows.Int64(batch.StoredFrom);
            rows.Int64(batch.StoredUntil);
            rows.Int64(at);
        }
        await InsertAsync(TouchesInto, rows, batch.Token, cancel);
    }

    private Task InsertAsync(string into, RowBinaryWriter rows, string token, CancellationToken cancel) =>
        writer.WriteAsync(into[..into.IndexOf(' ')], t => clickHouse.InsertAsync(into, "RowBinary", rows.Written, token, t), cancel);
}
