using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Engagement.Engines.Tests.Servers;

namespace Engagement.Engines.Tests.Engines;

/// <summary>The one Kafka of these tests. Topics and groups have names that nobody else has; topics go when the class is done.</summary>
public sealed class KafkaEngine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly string _prefix = $"engagement-test-{Guid.NewGuid():N}-";
    private readonly Lazy<IAdminClient> _admin;
    private readonly List<string> _topics = [];
    private static bool _makesItself;
    private int _names;

    public KafkaEngine() => _admin = new(() => new AdminClientBuilder(new AdminClientConfig { BootstrapServers = BootstrapServers }).Build());

    public string BootstrapServers => RealServers.KafkaAsync().GetAwaiter().GetResult();

    /// <summary>A new topic and, beside it, its dead-letter topic <c>NAME.rejected</c>.</summary>
    public string NewTopic(int partitions = 4)
    {
        var name = $"{_prefix}{Interlocked.Increment(ref _names)}";
        CreateTopic(name, partitions);
        CreateTopic(name + ".rejected", partitions);
        return name;
    }

    public void CreateTopic(string name, int partitions)
    {
        lock (_topics) _topics.Add(name);
        try
        {
            if (!_makesItself)
                _admin.Value.CreateTopicsAsync([new TopicSpecification { Name = name, NumPartitions = partitions, ReplicationFactor = 1 }],
                    new CreateTopicsOptions { RequestTimeout = Patience, OperationTimeout = Patience }).GetAwaiter().GetResult();
        }
        catch (KafkaException e) when (e.Error.Code is ErrorCode.Local_TimedOut or ErrorCode.Local_UnsupportedFeature)
        {
            _makesItself = true; // as the product's own broker: it answers no such request, and makes topics that are asked of
        }
        if (_makesItself) _admin.Value.GetMetadata(name, Patience);
    }

    /// <summary>Forgets the messages of a partition before an offset.</summary>
    public void DeleteRecords(string topic, int partition, long before) =>
        _admin.Value.DeleteRecordsAsync([new TopicPartitionOffset(topic, partition, before)], new DeleteRecordsOptions { RequestTimeout = Patience }).GetAwaiter().GetResult();

    public string NewGroup() => $"{_prefix}group-{Interlocked.Increment(ref _names)}";

    public void Dispose()
    {
        if (!_admin.IsValueCreated) return;
        if (_topics.Count > 0 && !_makesItself) _admin.Value.DeleteTopicsAsync(_topics, new DeleteTopicsOptions { RequestTimeout = Patience }).GetAwaiter().GetResult();
        _admin.Value.Dispose();
    }
}
