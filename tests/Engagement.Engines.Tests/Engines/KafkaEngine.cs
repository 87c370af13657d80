using Engagement.Embedded.Kafka;

namespace Engagement.Engines.Tests.Engines;

/// <summary>
/// One embedded broker for every test of a class (<c>IClassFixture</c>); each test asks for a topic and a group of its own.
/// A test that injects faults makes a <see cref="KafkaBroker"/> for itself instead.
/// </summary>
public sealed class KafkaEngine : IDisposable
{
    private int _names;

    // No wait for further members: a test that wants a rebalance makes it.
    public KafkaBroker Broker { get; } = new(rebalanceDelay: TimeSpan.FromMilliseconds(50));

    public string BootstrapServers => Broker.BootstrapServers;

    /// <summary>A new topic and, beside it, its dead-letter topic <c>NAME.rejected</c>.</summary>
    public string NewTopic(int partitions = 4)
    {
        var name = $"topic-{Interlocked.Increment(ref _names)}";
        CreateTopic(name, partitions);
        CreateTopic(name + ".rejected", partitions);
        return name;
    }

    public void CreateTopic(string name, int partitions) => Broker.CreateTopic(name, partitions);

    /// <summary>Forgets the messages of a partition before an offset.</summary>
    public void DeleteRecords(string topic, int partition, long before) => Broker.DeleteRecords(topic, partition, before);

    public string NewGroup() => $"group-{Interlocked.Increment(ref _names)}";

    public void Dispose() => Broker.Dispose();
}
