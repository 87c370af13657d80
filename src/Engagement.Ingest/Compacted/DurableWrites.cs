using Confluent.Kafka;
using Engagement.ClickHouse;
using Engagement.Ingest.Flushing;
using Engagement.Ingest.Reading;
using Engagement.Statements;

namespace Engagement.Ingest.Compacted;

/// <summary>Writes of whoever reads a compacted topic: repeated until they succeed. Thread-safe. Errors as <see cref="PatientWriter"/> has them.</summary>
internal sealed class DurableWrites(ClickHouseClient clickHouse, DeadLetters letters, PatientWriter writer, TimeProvider time)
{
    private const int MaxReason = 2000;

    /// <param name="place">Table, for people.</param>
    /// <param name="write">May be run many times, so it must be harmless to repeat.</param>
    /// <param name="cancel">Gives up.</param>
    public Task WriteAsync(string place, Func<CancellationToken, Task> write, CancellationToken cancel) => writer.WriteAsync(place, async token =>
    {
        // A query has no deadline of its own, and one that is never answered must not hold the topic for ever.
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
        deadline.CancelAfter(clickHouse.InsertTimeout);
        try
        {
            await write(deadline.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            throw new TimeoutException($"ClickHouse did not answer within {clickHouse.InsertTimeout.TotalSeconds:0.#} s");
        }
    }, cancel);

    /// <summary>Sends refused messages to the dead letters, and says so in <c>rejected_events</c>.</summary>
    /// <param name="rule">Which all of them broke.</param>
    /// <param name="refused">Each with the first place that is wrong, and all that is.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task RefuseAsync(string rule, IReadOnlyList<(CompactedMessage Message, string Path, string Reason)> refused, CancellationToken cancel)
    {
        if (refused.Count == 0) return;
        await writer.WriteAsync(letters.Topic, letters.PrepareAsync, cancel);
        var statements = refused.Select(one => Refused(rule, one)).ToList();
        var places = await Task.WhenAll(statements.Select(statement => SendAsync(statement, cancel)));
        var rows = new RowBinaryWriter(1024);
        foreach (var (statement, place) in statements.Zip(places)) RejectedRow.Write(rows, statement, place, time.GetUtcNow());
        var insert = Guid.NewGuid().ToString("N");
        await writer.WriteAsync("rejected_events", token => clickHouse.InsertAsync(RejectedRow.Into, "RowBinary", rows.Written, insert, token), cancel);
    }

    private async Task<TopicPartitionOffset> SendAsync(RejectedStatement statement, CancellationToken cancel)
    {
        TopicPartitionOffset? place = null;
        await writer.WriteAsync(letters.Topic, async token => place = await letters.SendAsync(statement, token), cancel);
        return place!;
    }

    private static RejectedStatement Refused(string rule, (CompactedMessage Message, string Path, string Reason) refused)
    {
        var (message, path, reason) = refused;
        if (reason.Length > MaxReason) reason = reason[..MaxReason] + "…";
        return new RejectedStatement(message.Topic, message.Partition, message.Offset, 0, message.BrokerMillis * 1000,
            new Rejection(rule, path, reason), message.Key, message.Value ?? []);
    }
}
