using Engagement.ClickHouse.Jobs;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Engagement.Alerts.Delivery;

/// <summary>How telling a channel is doing.</summary>
public abstract class DeliveryStatus(Channel channel, TimeProvider time) : JobStatus(time)
{
    public Channel Channel => channel;
}

/// <summary>Degraded while a channel can't be told: alerts are raised all the same, and it is told as soon as it can be. So it never says unhealthy.</summary>
public sealed class DeliveryHealth(IEnumerable<DeliveryStatus> channels) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var failing = channels.Where(channel => channel.FailingSince is not null).ToList();
        return Task.FromResult(failing.Count == 0
            ? HealthCheckResult.Healthy("Alerts are told to " + string.Join(", ", channels.Select(channel => channel.Channel)) + ".")
            : HealthCheckResult.Degraded("Alerts can't be told now: " + string.Join("; ", failing.Select(channel => $"{channel.Channel}: {channel.Failure}"))));
    }
}
