using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Engagement.Hosting;

/// <summary>
/// <c>/health/live</c> (200, or 503 where a restart could help) and <c>/health/ready</c> (200, or 503 where the process does not do
/// its work now), in every role, with each check's state, reason and figures as JSON.
/// </summary>
internal static class HealthEndpoints
{
    private const string Prefix = "/health";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private sealed record Answer(string Status, IEnumerable<Check> Checks);

    private sealed record Check(string Name, string Status, string? Reason, IReadOnlyDictionary<string, object> Data);

    public static void MapHealth(this WebApplication app)
    {
        foreach (var tag in new[] { "live", "ready" })
            app.MapHealthChecks($"{Prefix}/{tag}", new HealthCheckOptions { Predicate = check => check.Tags.Contains(tag), ResponseWriter = WriteAsync });
    }

    /// <summary>On this port nothing else answers, so that it can be opened to an orchestrator without the pages.</summary>
    public static void KeepToHealth(this WebApplication app, int port) => app.Use((context, next) =>
    {
        if (context.Connection.LocalPort != port || context.Request.Path.StartsWithSegments(Prefix, StringComparison.Ordinal)) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsJsonAsync(
            new Answer(report.Status.ToString(), report.Entries.Select(e => new Check(e.Key, e.Value.Status.ToString(), e.Value.Description, e.Value.Data))),
            Json, context.RequestAborted);
    }
}
