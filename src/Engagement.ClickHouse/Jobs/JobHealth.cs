using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Engagement.ClickHouse.Jobs;

/// <summary>
/// Degraded while the runs of a job fail: the pages show older numbers, and a restart would not help. So it never says unhealthy.
/// </summary>
/// <param name="status">Of the job.</param>
/// <param name="what">It makes, in the plural and as a sentence begins, e.g. Metrics.</param>
public abstract class JobHealth(JobStatus status, string what) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>();
        if (status.LastRunAt is { } last) data["last_run_ended_at"] = last;
        if (status.FailingSince is not { } since)
            return Task.FromResult(HealthCheckResult.Healthy(status.LastRunAt is null ? "The first run is not over." : $"{what} are computed.", data));
        data["failing_since"] = since;
        return Task.FromResult(HealthCheckResult.Degraded($"{what} can't be computed now: {status.Failure}", data: data));
    }
}
