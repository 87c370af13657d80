using Confluent.Kafka;
using Engagement.Ingest.Reading;
using Engagement.Kafka;

namespace Engagement.Ingest.Flushing;

/// <summary>
/// The dead-letter topic. A letter goes to the partition number its message came from, in order, where the topic has as many
/// partitions, else wherever its key leads. Thread-safe.
/// </summary>
internal sealed class DeadLetters : IDisposable
{
    private const int MaxLetterBytes = (64 << 20) + (1 << 20); // above IngestOptions.MaxMessageBytes' bound, headers included
    private const int CutBytes = 64 << 10;
    private static readonly TimeSpan MetadataTimeout = TimeSpan.FromSeconds(2); // then the flusher asks again

    private readonly IProducer<byte[]?, byte[]> _producer;
    private readonly SemaphoreSlim _asking = new(1);
    private int _partitions;

    public DeadLetters(KafkaOptions kafka)
    {
        Topic = kafka.Rejected;
        var config = KafkaClients.Producer(kafka);
        config.LingerMs = 5;
        config.MessageMaxBytes = MaxLetterBytes;
        config.QueueBufferingMaxKbytes = 128 << 10;
        config.MessageTimeoutMs = 30_000; // then the flusher tries again, and says so
        _producer = new ProducerBuilder<byte[]?, byte[]>(config)
            .SetLogHandler((_, _) => { }) // faults come back with each letter
            .Build();
    }

    public string Topic { get; }

    /// <summary>Sends one letter. Calls made one after the other, without waiting, keep their order.</summary>
    /// <returns>Where it lies, after the broker acknowledged it.</returns>
    public async Task<TopicPartitionOffset> SendAsync(RejectedStatement statement, CancellationToken cancel)
    {
        var letter = new Message<byte[]?, byte[]>
        {
            Key = statement.Key,
            Value = statement.Raw,
            Headers = DeadLetterHeaders.Of(statement),
        };
        try
        {
            return await ProduceAsync(statement.Partition, letter, cancel);
        }
        catch (KafkaException e) when (IsTooLarge(e) && letter.Value.Length > CutBytes)
        {
            // One giant must not stop every other learner's statements. Its coordinates say where the whole of it lies.
            letter.Headers.Add(DeadLetterHeaders.FullLength, DeadLetterHeaders.Text($"{letter.Value.Length}"));
            letter.Value = letter.Value[..CutBytes];
            return await ProduceAsync(statement.Partition, letter, cancel);
        }
    }

    /// <summary>Learns how many partitions the topic has; to be awaited before the first letter.</summary>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        if (Volatile.Read(ref _partitions) > 0) return;
        await _asking.WaitAsync(cancel);
        try
        {
            using var admin = new DependentAdminClientBuilder(_producer.Handle).Build();
            var metadata = await Task.Run(() => admin.GetMetadata(Topic, MetadataTimeout), cancel);
            var topic = metadata.Topics.Single(t => t.Topic == Topic);
            if (topic.Error.IsError) throw new KafkaException(topic.Error);
            Volatile.Write(ref _partitions, topic.Partitions.Count);
        }
        finally
        {
            _asking.Release();
        }
    }

    /// <summary>Letters that are not acknowledged yet never will be.</summary>
    public void Dispose()
    {
        _asking.Wait(); // a question under way reads the producer's memory
        _producer.Dispose();
        _asking.Dispose();
    }

    private async Task<TopicPartitionOffset> ProduceAsync(int partition, Message<byte[]?, byte[]> letter, CancellationToken cancel)
    {
        var to = new TopicPartition(Topic, partition < _partitions ? partition : Partition.Any);
        return (await _producer.ProduceAsync(to, letter, cancel)).TopicPartitionOffset;
    }

    private static bool IsTooLarge(KafkaException e) => e.Error.Code is ErrorCode.MsgSizeTooLarge;
}
