using Confluent.Kafka;
using Engagement.ClickHouse;
using Engagement.Kafka;
using Microsoft.Extensions.Logging;

namespace Engagement.Alerts.Delivery.Topic;

/// <summary>
/// Tells the topic <c>engagement-alerts</c>, each event once: an outbox, and the topic itself as the mark of what was sent. A transactional producer takes
/// over from any before it (theirs is fenced off, and what they had under way is settled), then what lies behind the newest recorded offset is read:
/// an event found there was sent by somebody who died before they could say so. Only then is the rest sent, in one transaction, and recorded.
/// Whatever fails, the producer is given up, and the next run begins so again. Not for two threads at once.
/// </summary>
public sealed class TopicDelivery(KafkaOptions kafka, Outbox outbox, TimeProvider clock, ILogger<TopicDelivery> log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private IProducer<string, byte[]>? _producer;
    private bool _isOpen;

    /// <returns>Events sent, or found to have been.</returns>
    /// <exception cref="KafkaException">Kafka is away, or refuses; to be tried again.</exception>
    /// <remarks>Further errors as <see cref="ClickHouseClient"/> has them.</remarks>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (!_isOpen) await outbox.OpenAsync(Channel.Kafka, DateTimeOffset.UnixEpoch, cancel);
        _isOpen = true;
        var pending = await outbox.PendingAsync(Channel.Kafka, cancel);
        if (pending.Count == 0) return 0;
        try
        {
            var found = new Dictionary<Guid, TopicPartitionOffset>();
            if (_producer is null)
            {
                _producer = await Task.Run(Connect, cancel);
                found = await FindAsync(pending, await outbox.NewestOffsetsAsync(cancel), cancel);
            }
            await SendAsync([.. pending.Where(next => !found.ContainsKey(next.Event.EventId))], found, cancel);
            var now = clock.GetUtcNow();
            await outbox.RecordAsync([.. pending.Select(next => Delivered(next, found[next.Event.EventId], now))], cancel);
            return pending.Count;
        }
        catch
        {
            // Whether it was sent or not is found out as the next producer begins.
            GiveUp();
            throw;
        }
    }

    public void Dispose() => GiveUp();

    private IProducer<string, byte[]> Connect()
    {
        var config = KafkaClients.Producer(kafka);
        config.TransactionalId = kafka.GroupId + "-alerts";
        config.TransactionTimeoutMs = (int)Patience.TotalMilliseconds;
        config.MessageTimeoutMs = (int)Patience.TotalMilliseconds;
        var producer = new ProducerBuilder<string, byte[]>(config).SetLogHandler((_, line) => log.LogDebug("librdkafka {Facility}: {Message}", line.Facility, line.Message)).Build();
        try
        {
            producer.InitTransactions(Patience);
            return producer;
        }
        catch
        {
            producer.Dispose();
            throw;
        }
    }

    private Task<Dictionary<Guid, TopicPartitionOffset>> FindAsync(
        IReadOnlyList<PendingEvent> pending, IReadOnlyDictionary<int, long> newest, CancellationToken cancel) =>
        Task.Run(() => TopicTail.Find(kafka, [.. pending.Select(next => next.Event.EventId)], newest, Patience, cancel), cancel);

    private async Task SendAsync(IReadOnlyList<PendingEvent> events, Dictionary<Guid, TopicPartitionOffset> sent, CancellationToken cancel)
    {
        if (events.Count == 0) return;
        _producer!.BeginTransaction();
        foreach (var next in events.Select(next => next.Event))
            sent[next.EventId] = (await _producer.ProduceAsync(kafka.Alerts, new()
            {
                Key = next.AlertId.ToString(), Value = AlertMessage.Of(next), Headers = [new Header(TopicTail.EventId, next.EventId.ToByteArray(bigEndian: true))],
            }, cancel)).TopicPartitionOffset;
        await Task.Run(() => _producer.CommitTransaction(Patience), cancel);
    }

    private void GiveUp()
    {
        _producer?.Dispose();
        _producer = null;
    }

    private static DeliveryTry Delivered(PendingEvent next, TopicPartitionOffset at, DateTimeOffset now) =>
        new(Channel.Kafka, next.Event.EventId, next.Tries + 1, DeliveryState.Delivered, now, Partition: at.Partition.Value, Offset: at.Offset.Value);
}
