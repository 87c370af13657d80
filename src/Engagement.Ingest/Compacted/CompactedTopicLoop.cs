using Confluent.Kafka;
using Engagement.Ingest.Consuming;
using Engagement.Kafka;
using Microsoft.Extensions.Logging;

namespace Engagement.Ingest.Compacted;

/// <summary>
/// Reads a compacted topic in a group of its own. What is there to be read is taken at once, within bounds, and its offsets pass when
/// all of it is durable; so whatever takes it must be harmless to repeat.
/// </summary>
internal sealed class CompactedTopicLoop(KafkaOptions kafka, IngestOptions options, ICompactedTopic topic, TimeProvider time, ILogger log)
{
    private const int MostBytesAtOnce = 16 << 20;

    // Polled without blocking, so that no thread is held for a topic that is silent for weeks.
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs until <paramref name="stop"/>, then leaves the group.</summary>
    /// <exception cref="IngestException">A person has to act.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        var consumer = new ConsumerBuilder<byte[]?, byte[]?>(ConsumerSettings.Of(kafka, options, topic.Group))
            .SetErrorHandler((_, error) => log.LogDebug("Kafka: {Code}: {Reason}", error.Code, error.Reason))
            .SetLogHandler((_, line) => log.LogDebug("librdkafka {Facility}: {Message}", line.Facility, line.Message))
            .Build();
        var stuck = new StuckPartitions<byte[]?, byte[]?>(consumer, topic.Name, time, log);
        consumer.Subscribe(topic.Name);
        try
        {
            using var tick = new PeriodicTimer(PollEvery, time);
            while (await tick.WaitForNextTickAsync(stop))
            {
                stuck.Free();
                while (Next(consumer, stuck) is { Count: > 0 } messages)
                {
                    await topic.TakeAsync(messages, stop);
                    foreach (var partition in messages.GroupBy(message => message.Partition)) Store(consumer, partition.Last());
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // What was not saved is read again at the next start.
        }
        finally
        {
            await GroupExit.LeaveAsync(consumer, topic.Name, log);
        }
    }

    private List<CompactedMessage> Next(IConsumer<byte[]?, byte[]?> consumer, StuckPartitions<byte[]?, byte[]?> stuck)
    {
        var messages = new List<CompactedMessage>();
        for (var bytes = 0L; messages.Count < topic.MostAtOnce && bytes < MostBytesAtOnce && Poll(consumer, stuck) is { } read;)
        {
            bytes += read.Message.Value?.Length ?? 0;
            messages.Add(new(topic.Name, read.Partition.Value, read.Offset.Value, BrokerMillis(read), read.Message.Key, read.Message.Value));
        }
        return messages;
    }

    private ConsumeResult<byte[]?, byte[]?>? Poll(IConsumer<byte[]?, byte[]?> consumer, StuckPartitions<byte[]?, byte[]?> stuck)
    {
        try
        {
            return consumer.Consume(TimeSpan.Zero);
        }
        catch (ConsumeException e) when (!e.Error.IsFatal)
        {
            log.LogDebug("{Topic}: {Code}: {Reason}", topic.Name, e.Error.Code, e.Error.Reason);
            stuck.Erred();
            return null;
        }
    }

    private long BrokerMillis(ConsumeResult<byte[]?, byte[]?> message) =>
        message.Message.Timestamp.Type == TimestampType.NotAvailable
            ? time.GetUtcNow().ToUnixTimeMilliseconds()
            : message.Message.Timestamp.UnixTimestampMs;

    private void Store(IConsumer<byte[]?, byte[]?> consumer, CompactedMessage last)
    {
        try
        {
            consumer.StoreOffset(new TopicPartitionOffset(topic.Name, last.Partition, last.Offset + 1));
        }
        catch (KafkaException e) when (e.Error.Code == ErrorCode.Local_State)
        {
            log.LogDebug("A partition of {Topic} left meanwhile; its next owner takes the messages again", topic.Name);
        }
    }
}
