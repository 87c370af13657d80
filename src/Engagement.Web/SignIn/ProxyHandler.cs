using System.Security.Claims;
using System.Text.Encodings.Web;
using Engagement.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Web.SignIn;

/// <summary>Believes <see cref="ProxyHeader"/>. Whom it names must have an account.</summary>
internal sealed class ProxyHandler(
    AccountDirectory directory, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.Features.Get<ProxiedUser>() is not { } user) return AuthenticateResult.NoResult();
        var entries = await directory.ReadAsync(Context.RequestAborted);
        if (!entries.ByName.TryGetValue(user.UserName, out var account) || account.IsDisabled)
            return AuthenticateResult.Fail("The proxy names somebody without an account");
        Context.Features.Set(account.Viewer);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(Schemes.Proxy)), Schemes.Proxy));
    }
}
