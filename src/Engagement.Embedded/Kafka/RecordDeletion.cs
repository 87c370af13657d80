using Confluent.Kafka;

namespace Engagement.Embedded.Kafka;

/// <summary>
/// Kafka's DeleteRecords, which librdkafka's mock does not answer, over what it does answer: an offset that a client commits for
/// the group <see cref="Group"/> means "drop what is before it in this partition". Meant for a feeder that knows all before it
/// was consumed and needs the room. Only topics of <see cref="KafkaBroker.CreateTopic"/> take part.
/// </summary>
public sealed class RecordDeletion : IDisposable
{
    public const string Group = "engagement-delete-records";

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly KafkaBroker _broker;
    private readonly Lock _lock = new();
    private readonly Dictionary<TopicPartition, long> _deleted = [];
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _thread;

    internal RecordDeletion(KafkaBroker broker)
    {
        _broker = broker;
        _thread = new Thread(Run) { IsBackground = true, Name = "embedded kafka, record deletion" };
        _thread.Start();
    }

    internal void Watch(string topic, int partitions)
    {
        lock (_lock)
        {
            for (var p = 0; p < partitions; p++) _deleted[new TopicPartition(topic, p)] = 0;
        }
    }

    /// <summary>Ends the watch, within a second.</summary>
    public void Dispose()
    {
        _stop.Set();
        _thread.Join();
        _stop.Dispose();
    }

    private void Run()
    {
        using var consumer = new ConsumerBuilder<Ignore, Ignore>(new ConsumerConfig
        {
            BootstrapServers = _broker.BootstrapServers,
            GroupId = Group,
            EnableAutoCommit = false,
            ReconnectBackoffMaxMs = 200,
        })
        .SetLogHandler((_, _) => { }) // a broker taken down on purpose is no news; the broker's own log tells the rest
        .Build();
        while (!_stop.Wait(Interval))
        {
            try
            {
                Delete(consumer);
            }
            catch (KafkaException)
            {
                // The broker was taken down, or told to fail: asked again in a moment.
            }
        }
    }

    private void Delete(IConsumer<Ignore, Ignore> consumer)
    {
        TopicPartition[] partitions;
        lock (_lock) partitions = [.. _deleted.Keys];
        if (partitions.Length == 0) return;
        foreach (var wish in consumer.Committed(partitions, Timeout))
        {
            lock (_lock)
            {
                if (wish.Offset == Offset.Unset || wish.Offset.Value <= _deleted[wish.TopicPartition]) continue;
                _deleted[wish.TopicPartition] = wish.Offset.Value;
            }
            _broker.DeleteRecords(wish.Topic, wish.Partition.Value, wish.Offset.Value);
        }
    }
}
