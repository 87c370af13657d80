using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Engagement.Ingest.Watching;

/// <summary>
/// Whether the worker does its work now: it is live, a broker answers, it has its partitions (or there are none for it, as the group
/// has more workers than partitions), and what it writes is taken. Its data are what an operator asks first.
/// </summary>
public sealed class IngestReadiness(IngestStatus status, IngestLiveness liveness) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var live = await liveness.CheckHealthAsync(context, cancellationToken);
        var fault = live.Status == HealthStatus.Healthy ? Fault() : live.Description;
        return fault is null ? HealthCheckResult.Healthy(Words(), Data()) : HealthCheckResult.Unhealthy(fault, data: Data());
    }

    private string? Fault()
    {
        if (status.Disconnection is { } why) return "No Kafka broker answers: " + why;
        if (status.Failing.FirstOrDefault() is { Key: not null } failing)
            return $"Can't write to {failing.Key}, and tries again: {failing.Value}";
        return status.Partitions == 0 && !status.IsMember ? "Not yet a member of its consumer group." : null;
    }

    private string Words() => status.Partitions == 0
        ? "Idle: the group has no partition for this worker, or the topic does not exist yet."
        : $"Holds {status.Partitions} partitions.";

    private Dictionary<string, object> Data()
    {
        var data = new Dictionary<string, object>
        {
            ["partitions"] = status.Partitions,
            ["paused"] = status.IsPaused,
            ["batches"] = status.Flushes,
            ["messages"] = status.Messages,
            ["statements"] = status.Accepted,
            ["rejected_by_rule"] = status.RejectedByRule,
            ["ignored_by_rule"] = status.IgnoredByRule,
        };
        if (status.Lag is { } lag) data["lag_messages"] = lag;
        if (status.OldestUnflushed is { } age) data["oldest_unflushed_seconds"] = Math.Round(age.TotalSeconds, 1);
        return data;
    }
}
