using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Engagement.Kafka.Feeding;

/// <summary>The connections of a feed, and what they found at the other end.</summary>
internal sealed class FeedClients : IDisposable
{
    private FeedClients(KafkaOptions options, string topic, int partitions, bool isEmbedded, ILogger logger)
    {
        Partitions = partitions;
        var config = KafkaClients.Producer(options);
        config.LingerMs ??= 20;
        config.QueueBufferingMaxKbytes ??= 128 * 1024;
        config.MessageTimeoutMs = 0; // an outage is waited out: giving a message up would be losing it
        if (isEmbedded) config.BatchSize = BrokerKeeping.BatchBytes; // the window is counted with it
        Producer = new ProducerBuilder<byte[], byte[]>(config)
            .SetLogHandler(KafkaLog.To(logger))
            .SetErrorHandler((_, error) =>
            {
                if (error.IsFatal) Fatal?.Invoke(error);
            })
            .Build();
        Group = new GroupOffsets(KafkaClients.Consumer(options), topic, partitions, logger);
        if (!isEmbedded) return;
        var deletion = KafkaClients.Consumer(options);
        deletion.GroupId = BrokerKeeping.DeletionGroup;
        Deletion = new GroupOffsets(deletion, topic, partitions, logger);
    }

    public int Partitions { get; }
    public IProducer<byte[], byte[]> Producer { get; }
    public GroupOffsets Group { get; }

    /// <summary>Where the embedded broker is asked to drop records; null on any other.</summary>
    public GroupOffsets? Deletion { get; }

    /// <summary>Called when the producer can't go on.</summary>
    public Action<Error>? Fatal { get; set; }

    public static async Task<FeedClients> ConnectAsync(
        KafkaOptions options, string topic, ILogger logger, TimeSpan timeout, CancellationToken cancel)
    {
        using var admin = new AdminClientBuilder(KafkaClients.Admin(options)).SetLogHandler(KafkaLog.To(logger)).Build();
        try
        {
            // First the question that fails plainly where nobody answers; it blocks.
            var metadata = await Task.Run(() => admin.GetMetadata(topic, timeout), cancel);
            var found = metadata.Topics.Single(t => t.Topic == topic);
            if (found.Error.IsError || found.Partitions.Count == 0) throw new KafkaException(found.Error);
            var isEmbedded = await BrokerKeeping.IsEmbeddedAsync(admin, timeout);
            cancel.ThrowIfCancellationRequested();
            return new FeedClients(options, topic, found.Partitions.Count, isEmbedded, logger);
        }
        catch (KafkaException e)
        {
            throw new KafkaException(new Error(e.Error.Code,
                $"Kafka at {options.BootstrapServers} can't take {topic}: {e.Error.Reason}. " +
                "Is it running, is the address right (Kafka__BootstrapServers), does the topic exist?"), e);
        }
    }

    public void Dispose()
    {
        Producer.Dispose();
        Group.Dispose();
        Deletion?.Dispose();
    }
}
