using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Engagement.Ingest.Consuming;

/// <summary>
/// Frees partitions that never start. Where the group's coordinator refuses to tell a committed offset (it has just moved, say),
/// librdkafka reports an error once, keeps the partition, and never asks again: that is the application's to mend. So some time
/// after an error partitions are looked for that nothing was ever fetched from, and for their sake the group is joined anew.
/// Loop thread only.
/// </summary>
internal sealed class StuckPartitions<TKey, TValue>(IConsumer<TKey, TValue> consumer, string topic, TimeProvider time, ILogger log)
{
    // Time to start in, and between two attempts where the error comes again.
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(3);

    private long _erredAt = -1;

    /// <summary>The consumer reported an error.</summary>
    public void Erred() => _erredAt = time.GetTimestamp();

    /// <summary>To be called often, but not while consuming is paused.</summary>
    public void Free()
    {
        if (_erredAt < 0 || time.GetElapsedTime(_erredAt) < StartTime) return;
        _erredAt = -1;
        var stuck = consumer.Assignment.Where(p => consumer.GetWatermarkOffsets(p).High.IsSpecial).ToList();
        if (stuck.Count == 0) return;
        log.LogWarning("Partitions {Partitions} of {Topic} did not start after an error of Kafka; joining the group anew",
            string.Join(',', stuck.Select(p => p.Partition.Value)), topic);
        consumer.Unsubscribe();
        consumer.Subscribe(topic);
    }
}
