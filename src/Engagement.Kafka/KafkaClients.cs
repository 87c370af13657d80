using Confluent.Kafka;

namespace Engagement.Kafka;

/// <summary>
/// The configuration every client of this program starts from. Order: our defaults, then <see cref="KafkaOptions.Client"/>
/// (whatever the operator's cluster needs: TLS, SASL, limits), then what correctness rests on, which nothing overrides.
/// </summary>
public static class KafkaClients
{
    /// <summary>Largest message we produce or read, in bytes before compression; a real broker's own limit may be lower.</summary>
    public const int MessageBytes = 64 * 1024 * 1024;

    /// <summary>Basics of a consumer of <see cref="KafkaOptions.GroupId"/>; when and what it commits is the caller's.</summary>
    /// <exception cref="InvalidOperationException">No server is configured.</exception>
    public static ConsumerConfig Consumer(KafkaOptions options)
    {
        var config = Configure(new ConsumerConfig
        {
            // A fetch answer may run over its limit (50 MB) by one message.
            ReceiveMessageMaxBytes = 256 * 1024 * 1024,
        }, options);
        config.GroupId = options.GroupId;
        config.AllowAutoCreateTopics = false; // reading must not make a topic with the broker's default of partitions
        return config;
    }

    /// <summary>Basics of a producer.</summary>
    /// <exception cref="InvalidOperationException">No server is configured.</exception>
    public static ProducerConfig Producer(KafkaOptions options)
    {
        var config = Configure(new ProducerConfig
        {
            CompressionType = CompressionType.Lz4,
            MessageMaxBytes = MessageBytes,
        }, options);
        config.EnableIdempotence = true; // a retry must not reorder or double one learner's statements
        config.Acks = Acks.All;
        config.EnableDeliveryReports = true; // without a report a lost message looks like a sent one
        return config;
    }

    /// <summary>Basics of an admin client.</summary>
    /// <exception cref="InvalidOperationException">No server is configured.</exception>
    public static AdminClientConfig Admin(KafkaOptions options) => Configure(new AdminClientConfig(), options);

    private static TConfig Configure<TConfig>(TConfig config, KafkaOptions options) where TConfig : ClientConfig
    {
        if (options.BootstrapServers.Length == 0)
            throw new InvalidOperationException(
                "No Kafka server is configured. Set Kafka__BootstrapServers to host:port, or start through ./engagement, which brings its own.");
        config.ClientId = "engagement";
        foreach (var (name, value) in options.Client) config.Set(name, value);
        config.BootstrapServers = options.BootstrapServers;
        return config;
    }
}
