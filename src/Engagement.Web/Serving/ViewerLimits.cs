using System.Threading.RateLimiting;
using Engagement.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Engagement.Web.Serving;

/// <summary>How often somebody may ask: enough for pages that ask every two seconds, too little to wear ClickHouse out.</summary>
internal static class ViewerLimits
{
    public const string Policy = "viewer";

    private const int Burst = 200, ASecond = 20;

    public static IServiceCollection AddViewerLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "1";
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(Policy, context => RateLimitPartition.GetTokenBucketLimiter(context.Features.Get<Viewer>()?.Account ?? Guid.Empty, _ => new()
        {
            TokenLimit = Burst, TokensPerPeriod = ASecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0,
        }));
    });
}
