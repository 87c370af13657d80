using System.Text;
using Confluent.Kafka;
using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Ingest.Consuming;
using Engagement.Ingest.Flushing;
using Engagement.Ingest.Reading;
using Engagement.Kafka;
using Engagement.Statements;
using Microsoft.Extensions.Logging;

namespace Engagement.Ingest.Outlines;

/// <summary>
/// Reads the compacted topic of course outlines, in a group of its own (<c>GroupId-outlines</c>). A few messages a day, so each
/// is saved by itself before its offset passes. Saving is idempotent; a null value removes the course's outlines.
/// </summary>
internal sealed class OutlineLoop(
    KafkaOptions kafka, IngestOptions options, OutlineStore store, ClickHouseClient clickHouse, DeadLetters letters,
    PatientWriter writer, TimeProvider time, ILogger log)
{
    public const string GroupSuffix = "-outlines";

    private const string Place = "course_outlines";
    private const int MaxReason = 2000;

    // Polled without blocking, so that no thread is held for a topic that is silent for weeks.
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs until <paramref name="stop"/>, then leaves the group.</summary>
    /// <exception cref="IngestException">A person has to act.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        var consumer = new ConsumerBuilder<byte[]?, byte[]?>(ConsumerSettings.Of(kafka, options, kafka.GroupId + GroupSuffix))
            .SetErrorHandler((_, error) => log.LogDebug("Kafka: {Code}: {Reason}", error.Code, error.Reason))
            .SetLogHandler((_, line) => log.LogDebug("librdkafka {Facility}: {Message}", line.Facility, line.Message))
            .Build();
        var stuck = new StuckPartitions<byte[]?, byte[]?>(consumer, kafka.CourseOutlines, time, log);
        consumer.Subscribe(kafka.CourseOutlines);
        try
        {
            using var tick = new PeriodicTimer(PollEvery, time);
            while (await tick.WaitForNextTickAsync(stop))
            {
                stuck.Free();
                while (Poll(consumer, stuck) is { } message)
                {
                    await TakeAsync(message, stop);
                    Store(consumer, message);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was not saved is read again at the next start.
        }
        finally
        {
            await GroupExit.LeaveAsync(consumer, kafka.CourseOutlines, log);
        }
    }

    private ConsumeResult<byte[]?, byte[]?>? Poll(IConsumer<byte[]?, byte[]?> consumer, StuckPartitions<byte[]?, byte[]?> stuck)
    {
        try
        {
            return consumer.Consume(TimeSpan.Zero);
        }
        catch (ConsumeException e) when (!e.Error.IsFatal)
        {
            log.LogDebug("Course outlines: {Code}: {Reason}", e.Error.Code, e.Error.Reason);
            stuck.Erred();
            return null;
        }
    }

    private async Task TakeAsync(ConsumeResult<byte[]?, byte[]?> message, CancellationToken cancel)
    {
        if (message.Message.Value is not { } value)
        {
            await RemoveAsync(message.Message.Key, cancel);
            return;
        }

        var result = CourseOutline.Parse(value);
        if (result.Outline is not { } outline)
        {
            await RejectAsync(message, value, result.Faults, cancel);
            return;
        }
        var received = DateTimeOffset.FromUnixTimeMilliseconds(BrokerMillis(message));
        await WriteAsync(token => store.SaveAsync(outline, received, token), cancel);
        log.LogInformation("Outline of {Course}, version {Version}: {Sections} sections", outline.Course, outline.Version, outline.Sections.Count);
    }

    private async Task RemoveAsync(byte[]? key, CancellationToken cancel)
    {
        if (key is not { Length: > 0 })
        {
            log.LogWarning("A null message without a key in {Topic} names no course; nothing is removed", kafka.CourseOutlines);
            return;
        }
        var course = Encoding.UTF8.GetString(key);
        await WriteAsync(token => store.RemoveAsync(course, token), cancel);
        log.LogInformation("Outlines of {Course} were removed; from now on its sections are inferred", course);
    }

    // A query has no deadline of its own, and one that is never answered must not hold the topic for ever.
    private Task WriteAsync(Func<CancellationToken, Task> write, CancellationToken cancel) => writer.WriteAsync(Place, async token =>
    {
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

    private async Task RejectAsync(
        ConsumeResult<byte[]?, byte[]?> message, byte[] value, IReadOnlyList<OutlineFault> faults, CancellationToken cancel)
    {
        var reason = string.Join(" ", faults);
        if (reason.Length > MaxReason) reason = reason[..MaxReason] + "…";
        log.LogWarning("A course outline at {Topic}/{Partition} offset {Offset} was refused: {Faults}",
            kafka.CourseOutlines, message.Partition.Value, message.Offset.Value, reason);
        var refused = new RejectedStatement(kafka.CourseOutlines, message.Partition.Value, message.Offset.Value, 0,
            BrokerMillis(message) * 1000, new Rejection(IngestRules.Outline, faults[0].Path, reason), message.Message.Key, value);

        TopicPartitionOffset? letter = null;
        await writer.WriteAsync(letters.Topic, async token =>
        {
            await letters.PrepareAsync(token);
            letter = await letters.SendAsync(refused, token);
        }, cancel);
        var row = new RowBinaryWriter(1024);
        RejectedRow.Write(row, refused, letter!, time.GetUtcNow());
        var insert = Guid.NewGuid().ToString("N");
        await writer.WriteAsync("rejected_events", token => clickHouse.InsertAsync(RejectedRow.Into, "RowBinary", row.Written, insert, token), cancel);
    }

    private long BrokerMillis(ConsumeResult<byte[]?, byte[]?> message) =>
        message.Message.Timestamp.Type == TimestampType.NotAvailable
            ? time.GetUtcNow().ToUnixTimeMilliseconds()
            : message.Message.Timestamp.UnixTimestampMs;

    private void Store(IConsumer<byte[]?, byte[]?> consumer, ConsumeResult<byte[]?, byte[]?> message)
    {
        try
        {
            consumer.StoreOffset(new TopicPartitionOffset(kafka.CourseOutlines, message.Partition, message.Offset + 1));
        }
        catch (KafkaException e) when (e.Error.Code == ErrorCode.Local_State)
        {
            log.LogDebug("The outlines' partition left meanwhile; its next owner saves them again");
        }
    }
}
