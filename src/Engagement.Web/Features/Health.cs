using System.Text.Json.Serialization;
using Engagement.ClickHouse;
using Engagement.People;
using Engagement.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Engagement.Web.Features;

/// <summary><c>GET /api/health</c>: 200 where ClickHouse answers, else 503 as any outage. For operators; load balancers ask /health/ready.</summary>
public static class Health
{
    public sealed record Answer(string Status, [property: JsonPropertyName("clickhouse")] string? ClickHouse);

    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/health", GetAsync).For(ViewerRoles.Operator);

    private static async Task<Ok<Answer>> GetAsync(ClickHouseClient clickHouse, CancellationToken cancel) =>
        TypedResults.Ok(new Answer("ok", await clickHouse.ScalarAsync("SELECT version()", cancel: cancel)));
}
