using Engagement.ClickHouse.Jobs;

namespace Engagement.Metrics;

/// <summary>How the metrics job is doing.</summary>
public sealed class MetricsStatus(TimeProvider time) : JobStatus(time);

/// <inheritdoc/>
public sealed class MetricsHealth(MetricsStatus status) : JobHealth(status, "Metrics");
