using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Engagement.Ingest.Watching;

/// <summary>
/// Whether a restart could help: the loop hangs, or it turns and nothing becomes durable though there is something to write. An
/// idle worker is live. That a write is refused again and again shows at once in <see cref="IngestReadiness"/>, and here only
/// after <see cref="IngestOptions.StuckAfter"/>.
/// </summary>
public sealed class IngestLiveness(IngestStatus status, IngestOptions options) : IHealthCheck
{
    // The loop turns at least every 100 ms, but where a partition is handed over: that may lawfully wait for its writes.
    private readonly TimeSpan _longestTurn = TimeSpan.FromSeconds(Math.Max(60, 2 * options.DrainTimeout.TotalSeconds));

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var data = new Dictionary<string, object>
        {
            ["seconds_since_turn"] = Math.Round(status.SinceTurn.TotalSeconds, 1),
            ["seconds_without_progress"] = Math.Round(status.WithoutProgress.TotalSeconds, 1),
            ["flushes_active"] = status.FlushesInFlight,
        };
        return Task.FromResult(Fault() is { } fault ? HealthCheckResult.Unhealthy(fault, data: data) : HealthCheckResult.Healthy(Words(), data));
    }

    private string Words() => status.OldestUnflushed is null ? "Idle: nothing to write." : "Statements become durable.";

    private string? Fault()
    {
        if (status.Failure is { } failure) return "Ingest ended: " + failure.Message;
        if (status.SinceTurn > _longestTurn) return $"The loop has not turned for {status.SinceTurn.TotalSeconds:0} s.";
        if (status.WithoutProgress <= options.StuckAfter) return null;
        var why = status.Failing.Count == 0 ? "no answer yet" : string.Join("; ", status.Failing.Select(f => $"{f.Key}: {f.Value}"));
        return $"There has been something to write for {status.WithoutProgress.TotalSeconds:0} s and nothing of it became durable ({why}).";
    }
}
