using Engagement.ClickHouse.Jobs;

namespace Engagement.Alerts;

/// <summary>How the raising and changing of alerts is doing.</summary>
public sealed class AlertsStatus(TimeProvider time) : JobStatus(time);

/// <inheritdoc/>
public sealed class AlertsHealth(AlertsStatus status) : JobHealth(status, "Alerts");
