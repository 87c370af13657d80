using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Engagement.Web.SignIn;

/// <summary>
/// Refuses what changes something and was not sent by our own page: by a header that another origin's page can't set without being asked
/// for leave, which is given to none; and by what the browser says of where the request comes from. It holds for signing in too, so
/// that nobody is signed in as somebody else. A token in a cookie and a header would tell less: it must be fetched, goes stale when
/// somebody signs in, and can be planted from a neighbouring host.
/// </summary>
internal sealed class CrossSiteGuard(RequestDelegate next, IProblemDetailsService problems)
{
    /// <summary>Must be there on every request that changes something, with any value, but for those with an API key.</summary>
    public const string Header = "X-Engagement-Request";

    public async Task InvokeAsync(HttpContext context)
    {
        if (IsSafe(context.Request.Method) || ApiKeyHandler.IsUsedBy(context.Request) || IsOurs(context.Request))
        {
            await next(context);
            return;
        }
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        await problems.WriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails
            {
                Status = StatusCodes.Status403Forbidden,
                Title = "Not sent by our own page",
                Detail = $"A request that changes something comes from this origin, with the header {Header}; or with an API key.",
            },
        });
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || HttpMethods.IsTrace(method);

    private static bool IsOurs(HttpRequest request) =>
        request.Headers[Header] is { Count: 1 } && IsSameSite(request) && IsSameOrigin(request);

    // Browsers say it over TLS and on the own machine; they let no page change it.
    private static bool IsSameSite(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is var site && (site.Count == 0 || (site.Count == 1 && site[0] == "same-origin"));

    // By host and port alone: behind a proxy the scheme may be another one than the browser's.
    private static bool IsSameOrigin(HttpRequest request) =>
        request.Headers.Origin is var origin && (origin.Count == 0
            || (origin.Count == 1 && Uri.TryCreate(origin[0], UriKind.Absolute, out var uri)
                && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)));
}
