using Engagement.ClickHouse;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Engagement.Web.Serving;

/// <summary>Whether the pages have somebody to ask. Says what failed and no more: an answer may pass through a load balancer.</summary>
public sealed class ClickHouseHealth(ClickHouseClient clickHouse) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        try
        {
            await clickHouse.PingAsync(deadline.Token);
            return HealthCheckResult.Healthy("ClickHouse answers.");
        }
        catch (HttpRequestException e)
        {
            return HealthCheckResult.Unhealthy("ClickHouse does not answer: " + e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"ClickHouse did not answer within {Patience.TotalSeconds:0} s.");
        }
    }
}
