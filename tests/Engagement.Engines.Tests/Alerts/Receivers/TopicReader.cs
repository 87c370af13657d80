using Confluent.Kafka;
using Engagement.Kafka;

namespace Engagement.Engines.Tests.Alerts.Receivers;

/// <summary>Reads a topic of alerts from its beginning, as somebody does who wants only what was committed.</summary>
internal static class TopicReader
{
    /// <summary>Keys and values of all that lies there now, in order.</summary>
    public static List<(string Key, byte[] Value)> ReadAll(KafkaOptions kafka)
    {
        var config = KafkaClients.Consumer(kafka);
        config.GroupId = "reader-" + Guid.NewGuid();
        config.IsolationLevel = IsolationLevel.ReadCommitted;
        config.EnablePartitionEof = true;
        config.EnableAutoCommit = false;
        using var consumer = new ConsumerBuilder<string, byte[]>(config).SetLogHandler((_, _) => { }).Build();
        consumer.Assign(new TopicPartitionOffset(kafka.Alerts, 0, Offset.Beginning));
        var read = new List<(string, byte[])>();
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (consumer.Consume(deadline.Token) is { IsPartitionEOF: false } message) read.Add((message.Message.Key, message.Message.Value));
        return read;
    }
}
