using System.Diagnostics.Metrics;
using Engagement.Ingest.Flushing;

namespace Engagement.Ingest;

/// <summary>Instruments of the meter <c>Engagement.Ingest</c>. Thread-safe.</summary>
public sealed class IngestMetrics
{
    public const string MeterName = "Engagement.Ingest";

    private readonly Counter<long> _rejected;
    private readonly Counter<long> _ignored;
    private readonly Counter<long> _writes;
    private readonly Counter<long> _storeRefused;
    private readonly Histogram<long> _batchRows;
    private readonly Histogram<double> _flushSeconds;
    private readonly Histogram<double> _delaySeconds;

    public IngestMetrics(IMeterFactory factory, IngestStatus status)
    {
        var meter = factory.Create(MeterName);
        _rejected = meter.CreateCounter<long>("engagement.ingest.rejected", "{statement}", "Refused statements by rule");
        _ignored = meter.CreateCounter<long>("engagement.ingest.ignored", "{statement}", "What tells nothing that is counted, by rule");
        _writes = meter.CreateCounter<long>("engagement.ingest.writes", "{write}", "Writes by place and result code");
        _storeRefused = meter.CreateCounter<long>("engagement.ingest.offsets.refused", "{offset}", "Offsets not stored: the partition had left");
        _batchRows = meter.CreateHistogram<long>("engagement.ingest.batch.rows", "{row}", "Rows of a batch");
        _flushSeconds = meter.CreateHistogram<double>("engagement.ingest.flush.duration", "s", "Time from sealing a batch to its being durable");
        _delaySeconds = meter.CreateHistogram<double>("engagement.ingest.delay", "s", "Time from the broker to durable, of a batch's oldest message");
        meter.CreateObservableCounter("engagement.ingest.messages", () => status.Messages, "{message}", "Messages whose offsets may pass");
        meter.CreateObservableCounter("engagement.ingest.statements", () => status.Accepted, "{statement}", "Statements written");
        meter.CreateObservableCounter("engagement.ingest.rebalances", () => status.Rebalances, "{rebalance}", "Assignments changed");
        meter.CreateObservableGauge("engagement.ingest.lag", () => status.Lag ?? 0, "{message}", "Messages not yet durable");
        meter.CreateObservableGauge("engagement.ingest.unsealed.age", () => status.OldestUnsealed?.TotalSeconds ?? 0, "s", "Age of the oldest message that waits for its batch");
        meter.CreateObservableGauge("engagement.ingest.progress.age", () => status.SinceProgress.TotalSeconds, "s", "Time since a batch became durable");
        meter.CreateObservableGauge("engagement.ingest.flushes.active", () => status.FlushesInFlight, "{flush}", "Batches being written");
        meter.CreateObservableGauge("engagement.ingest.paused", () => status.IsPaused ? 1 : 0, "{worker}", "1 while consuming is paused");
        meter.CreateObservableGauge("engagement.ingest.partitions", () => status.Partitions, "{partition}", "Partitions held");
    }

    internal void Rejected(string rule) => _rejected.Add(1, new KeyValuePair<string, object?>("rule", rule));

    internal void Wrote(string where, string code) =>
        _writes.Add(1, new KeyValuePair<string, object?>("to", where), new KeyValuePair<string, object?>("code", code));

    internal void OffsetRefused() => _storeRefused.Add(1);

    internal void Flushed(Batch batch, TimeSpan took, DateTimeOffset now)
    {
        foreach (var (rule, count) in batch.Ignored) _ignored.Add(count, new KeyValuePair<string, object?>("rule", rule));
        _batchRows.Record(batch.Rows);
        _flushSeconds.Record(took.TotalSeconds);
        if (batch.Messages > 0) _delaySeconds.Record((now.ToUnixTimeMilliseconds() - batch.OldestBrokerMicros / 1000) / 1000.0);
    }
}
