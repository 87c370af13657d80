using Confluent.Kafka;
using Engagement.Ingest.Flushing;
using Engagement.Kafka;

namespace Engagement.Ingest.Rejections;

/// <summary>Reads the dead-letter topic by place, as a member of no group. Calls block; not thread-safe.</summary>
public sealed class LetterBox : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Farther than this, asking for the next place is cheaper than reading up to it.
    private const long SeekAbove = 1000;

    private readonly string _topic;
    private readonly IConsumer<byte[]?, byte[]?> _consumer;

    public LetterBox(KafkaOptions kafka)
    {
        _topic = kafka.Rejected;
        var config = KafkaClients.Consumer(kafka);
        config.GroupId = kafka.GroupId + "-letters"; // named because a consumer must; nothing is ever committed
        config.EnableAutoCommit = false;
        config.EnableAutoOffsetStore = false;
        config.EnablePartitionEof = true;
        config.AutoOffsetReset = AutoOffsetReset.Earliest;
        _consumer = new ConsumerBuilder<byte[]?, byte[]?>(config).SetLogHandler((_, _) => { }).SetErrorHandler((_, _) => { }).Build();
    }

    /// <summary>The letters at the places given, each once, in the order of their partitions and offsets.</summary>
    /// <exception cref="KafkaException">The broker does not answer, or has no such topic.</exception>
    public IEnumerable<Letter> Read(IEnumerable<LetterPlace> places)
    {
        foreach (var partition in places.GroupBy(place => place.LetterPartition).OrderBy(group => group.Key))
            foreach (var letter in Read(new TopicPartition(_topic, partition.Key), new Queue<LetterPlace>(partition.OrderBy(place => place.LetterOffset))))
                yield return letter;
    }

    public void Dispose() => _consumer.Dispose();

    private IEnumerable<Letter> Read(TopicPartition partition, Queue<LetterPlace> wanted)
    {
        var kept = _consumer.QueryWatermarkOffsets(partition, Patience);
        while (wanted.TryPeek(out var place) && place.LetterOffset < kept.Low.Value) yield return Letter.Without(wanted.Dequeue(), LetterState.Gone);
        if (wanted.TryPeek(out var first) && first.LetterOffset < kept.High.Value)
        {
            _consumer.Assign(new TopicPartitionOffset(partition, first.LetterOffset));
            while (wanted.TryPeek(out var next) && next.LetterOffset < kept.High.Value)
            {
                var found = _consumer.Consume(Patience) ?? throw new KafkaException(new Error(ErrorCode.Local_TimedOut,
                    $"Kafka gave no letter of {_topic} within {Patience.TotalSeconds:0} s"));
                if (found.IsPartitionEOF) break;
                while (wanted.TryPeek(out next) && next.LetterOffset < found.Offset.Value) yield return Letter.Without(wanted.Dequeue(), LetterState.Gone);
                while (wanted.TryPeek(out next) && next.LetterOffset == found.Offset.Value) yield return Opened(wanted.Dequeue(), found.Message);
                if (wanted.TryPeek(out next) && next.LetterOffset > found.Offset.Value + SeekAbove && next.LetterOffset < kept.High.Value)
                    _consumer.Seek(new TopicPartitionOffset(partition, next.LetterOffset));
            }
        }
        while (wanted.TryDequeue(out var behind)) yield return Letter.Without(behind, LetterState.Gone);
    }

    private static Letter Opened(LetterPlace place, Message<byte[]?, byte[]?> message)
    {
        if (message.Headers.TryGetLastBytes(DeadLetterHeaders.FullLength, out _)) return Letter.Without(place, LetterState.Cut);
        var value = message.Value ?? [];
        return Convert.ToHexString(RejectedRow.ContentHash(value)) == place.Hash
            ? new Letter(place, LetterState.Whole, message.Key ?? [], value)
            : Letter.Without(place, LetterState.Gone);
    }
}
