using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Engagement.Kafka.Feeding;

/// <summary>The connections of a feed, and what they found at the other end.</summary>
internal sealed class FeedClients
{
    private FeedClients(ProducerConfig config, string group, IAdminClient admin, int partitions, long? window, ILogger logger)
    {
        Group = group;
        Admin = admin;
        Partitions = partitions;
        Window = window;
        Producer = new ProducerBuilder<byte[], byte[]>(config)
            .SetLogHandler(KafkaLog.To(logger))
            .SetErrorHandler((_, error) =>
            {
                if (error.IsFatal) Fatal?.Invoke(error);
            })
            .Build();
    }

    public string Group { get; }
    public IAdminClient Admin { get; }
    public IProducer<byte[], byte[]> Producer { get; }
    public int Partitions { get; }

    /// <summary><see cref="BrokerKeeping.WindowAsync"/>.</summary>
    public long? Window { get; }

    /// <summary>Called when the producer can't go on.</summary>
    public Action<Error>? Fatal { get; set; }

    public static async Task<FeedClients> ConnectAsync(
        KafkaOptions options, string topic, ILogger logger, TimeSpan timeout, CancellationToken cancel)
    {
        var admin = new AdminClientBuilder(KafkaClients.Admin(options)).SetLogHandler(KafkaLog.To(logger)).Build();
        try
        {
            var window = await BrokerKeeping.WindowAsync(admin, timeout).WaitAsync(cancel);
            var metadata = await Task.Run(() => admin.GetMetadata(topic, timeout), cancel); // it blocks
            var found = metadata.Topics.Single(t => t.Topic == topic);
            if (found.Error.IsError || found.Partitions.Count == 0) throw new KafkaException(found.Error);

            var config = KafkaClients.Producer(options);
            config.LingerMs ??= 20;
            config.QueueBufferingMaxKbytes ??= 128 * 1024;
            config.MessageTimeoutMs = 0; // an outage is waited out: giving a message up would be losing it
            if (window is not null) config.BatchSize = BrokerKeeping.BatchBytes; // the window is counted with it
            return new FeedClients(config, options.GroupId, admin, found.Partitions.Count, window, logger);
        }
        catch (KafkaException e)
        {
            admin.Dispose();
            throw new KafkaException(new Error(e.Error.Code,
                $"Kafka at {options.BootstrapServers} can't take {topic}: {e.Error.Reason}. " +
                "Is it running, is the address right (Kafka__BootstrapServers), does the topic exist?"), e);
        }
        catch
        {
            admin.Dispose();
            throw;
        }
    }
}
