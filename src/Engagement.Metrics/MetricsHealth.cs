using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Engagement.Metrics;

/// <summary>
/// Degraded while the runs fail: the pages show older numbers, and a restart would not help. So it never says unhealthy.
/// </summary>
public sealed class MetricsHealth(MetricsStatus status) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>();
        if (status.LastRunAt is { } last) data["last_run_ended_at"] = last;
        if (status.FailingSince is not { } since)
            return Task.FromResult(HealthCheckResult.Healthy(status.LastRunAt is null ? "The first run is not over." : "Metrics are computed.", data));
        data["failing_since"] = since;
        return Task.FromResult(HealthCheckResult.Degraded("Metrics can't be computed now: " + status.Failure, data: data));
    }
}
