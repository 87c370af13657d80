using System.Diagnostics.Metrics;

namespace Engagement.Metrics;

/// <summary>Instruments of the meter <c>Engagement.Metrics</c>. Units are UCUM. Thread-safe.</summary>
public sealed class MetricsInstruments
{
    public const string MeterName = "Engagement.Metrics";

    private readonly Histogram<double> _runs;
    private readonly Counter<long> _learners;

    public MetricsInstruments(IMeterFactory factory, MetricsStatus status, TimeProvider time)
    {
        var meter = factory.Create(MeterName);
        _runs = meter.CreateHistogram("engagement.metrics.run.duration", "s", "Runs that had something to compute, or failed",
            advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3600] });
        _learners = meter.CreateCounter<long>("engagement.metrics.learners", "{learner}", "Learners computed, each time they were");
        var started = time.GetUtcNow();
        meter.CreateObservableGauge("engagement.metrics.run.age", () => (time.GetUtcNow() - (status.LastRunAt ?? started)).TotalSeconds, "s", "Time since a run ended well");
    }

    internal void Ran(TimeSpan took, long learners)
    {
        _runs.Record(took.TotalSeconds);
        _learners.Add(learners);
    }

    internal void Failed(TimeSpan took, Exception e) => _runs.Record(took.TotalSeconds, new KeyValuePair<string, object?>("error.type", e.GetType().FullName));
}
