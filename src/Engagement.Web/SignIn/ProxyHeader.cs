using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Engagement.Web.SignIn;

/// <summary>Who a trusted proxy says asks.</summary>
/// <param name="UserName">Normalized; empty where it said nothing that can be one.</param>
internal sealed record ProxiedUser(string UserName);

/// <summary>
/// Reads the proxy's header while the connection's own address is still known, and takes it off every request, so that nothing after it
/// can take a stranger's word. Stands before the framework's forwarded headers, which put the client's address in that one's place.
/// </summary>
internal sealed class ProxyHeader(RequestDelegate next, IOptions<WebOptions> options)
{
    private readonly string _name = options.Value.ProxyHeader;
    private readonly TrustedProxies _trusted = TrustedProxies.Parse(options.Value.TrustedProxies);

    public Task InvokeAsync(HttpContext context)
    {
        if (_name.Length > 0 && context.Request.Headers.Remove(_name, out var said) && _trusted.Contains(context.Connection.RemoteIpAddress))
            // Twice is once by somebody else.
            context.Features.Set(new ProxiedUser(said.Count == 1 ? Accounts.UserName.Normalize(said[0]) : ""));
        return next(context);
    }
}
