using System.Diagnostics.Metrics;
using Engagement.Ingest.Flushing;
using Engagement.Kafka;

namespace Engagement.Ingest;

/// <summary>
/// Instruments of the meter <c>Engagement.Ingest</c>: those of OpenTelemetry's conventions for messaging and databases, and our
/// own under <c>engagement.ingest</c>. Units are UCUM. Thread-safe.
/// </summary>
public sealed class IngestMetrics
{
    public const string MeterName = "Engagement.Ingest";

    private static readonly InstrumentAdvice<double> MessagingSeconds = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60] };
    private static readonly InstrumentAdvice<double> DatabaseSeconds = new() { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60] };
    private static readonly InstrumentAdvice<long> Rows = new() { HistogramBucketBoundaries = [1, 10, 100, 1000, 5000, 10_000, 50_000, 100_000, 500_000] };
    private static readonly KeyValuePair<string, object?> ClickHouse = new("db.system.name", "clickhouse");
    private static readonly KeyValuePair<string, object?> Insert = new("db.operation.name", "INSERT");
    private static readonly KeyValuePair<string, object?> Kafka = new("messaging.system", "kafka");
    private static readonly KeyValuePair<string, object?> Send = new("messaging.operation.name", "send");

    private readonly KafkaOptions _kafka;
    private readonly Counter<long> _sent;
    private readonly Histogram<double> _processed;
    private readonly Histogram<double> _sending;
    private readonly Histogram<double> _inserting;
    private readonly Counter<long> _rejected;
    private readonly Counter<long> _ignored;
    private readonly Counter<long> _storeRefused;
    private readonly Histogram<long> _batchRows;
    private readonly Histogram<double> _delaySeconds;

    public IngestMetrics(IMeterFactory factory, IngestStatus status, KafkaOptions kafka)
    {
        _kafka = kafka;
        var meter = factory.Create(MeterName);
        var consumed = Consuming("poll");
        meter.CreateObservableCounter("messaging.client.consumed.messages", () => new Measurement<long>(status.Messages, consumed), "{message}", "Messages whose offsets may pass");
        _processed = meter.CreateHistogram("messaging.process.duration", "s", "Time from sealing a batch to its being durable", advice: MessagingSeconds);
        _sent = meter.CreateCounter<long>("messaging.client.sent.messages", "{message}", "Dead letters");
        _sending = meter.CreateHistogram("messaging.client.operation.duration", "s", "Sending a batch's dead letters, each try", advice: MessagingSeconds);
        _inserting = meter.CreateHistogram("db.client.operation.duration", "s", "Inserts, each try", advice: DatabaseSeconds);

        _rejected = meter.CreateCounter<long>("engagement.ingest.rejected", "{statement}", "Refused statements by rule");
        _ignored = meter.CreateCounter<long>("engagement.ingest.ignored", "{statement}", "What tells nothing that is counted, by rule");
        _storeRefused = meter.CreateCounter<long>("engagement.ingest.offsets.refused", "{offset}", "Offsets not stored: the partition had left");
        _batchRows = meter.CreateHistogram("engagement.ingest.batch.rows", "{row}", "Rows of a batch", advice: Rows);
        _delaySeconds = meter.CreateHistogram("engagement.ingest.delay", "s", "Time from the broker to durable, of a batch's oldest message", advice: MessagingSeconds);
        meter.CreateObservableCounter("engagement.ingest.statements", () => status.Accepted, "{statement}", "Statements written");
        meter.CreateObservableCounter("engagement.ingest.rebalances", () => status.Rebalances, "{rebalance}", "Assignments changed");
        meter.CreateObservableGauge("engagement.ingest.lag", () => status.Lag ?? 0, "{message}", "Messages not yet durable");
        meter.CreateObservableGauge("engagement.ingest.unflushed.age", () => status.OldestUnflushed?.TotalSeconds ?? 0, "s", "Age of the oldest message that is not durable");
        meter.CreateObservableGauge("engagement.ingest.progress.age", () => status.SinceProgress.TotalSeconds, "s", "Time since a batch became durable");
        meter.CreateObservableGauge("engagement.ingest.flushes.active", () => status.FlushesInFlight, "{flush}", "Batches being written");
        meter.CreateObservableGauge("engagement.ingest.paused", () => status.IsPaused ? 1 : 0, "{worker}", "1 while consuming is paused");
        meter.CreateObservableGauge("engagement.ingest.partitions", () => status.Partitions, "{partition}", "Partitions held");
    }

    internal void Rejected(string rule) => _rejected.Add(1, new KeyValuePair<string, object?>("engagement.rule", rule));

    /// <param name="where">The dead-letter topic, or a table.</param>
    /// <param name="took">The one try.</param>
    /// <param name="error">Code of its failure; null where it succeeded.</param>
    internal void Wrote(string where, TimeSpan took, string? error)
    {
        var toTopic = where == _kafka.Rejected;
        KeyValuePair<string, object?> place = new(toTopic ? "messaging.destination.name" : "db.collection.name", where);
        KeyValuePair<string, object?>[] tags = toTopic ? [Kafka, Send, place] : [ClickHouse, Insert, place];
        if (error is not null) tags = [.. tags, new("error.type", error)];
        (toTopic ? _sending : _inserting).Record(took.TotalSeconds, tags);
    }

    internal void OffsetRefused() => _storeRefused.Add(1);

    internal void Flushed(Batch batch, TimeSpan took, DateTimeOffset now)
    {
        foreach (var (rule, count) in batch.Ignored) _ignored.Add(count, new KeyValuePair<string, object?>("engagement.rule", rule));
        if (batch.Rejected.Count > 0) _sent.Add(batch.Rejected.Count, Kafka, Send, new("messaging.destination.name", _kafka.Rejected));
        _batchRows.Record(batch.Rows);
        _processed.Record(took.TotalSeconds, Consuming("process"));
        if (batch.Messages > 0) _delaySeconds.Record((now.ToUnixTimeMilliseconds() - batch.OldestBrokerMicros / 1000) / 1000.0);
    }

    private KeyValuePair<string, object?>[] Consuming(string operation) =>
    [
        Kafka, new("messaging.operation.name", operation), new("messaging.destination.name", _kafka.LearnerEvents), new("messaging.consumer.group.name", _kafka.GroupId),
    ];
}
