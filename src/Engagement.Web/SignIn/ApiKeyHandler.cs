using System.Collections.Concurrent;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Engagement.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Web.SignIn;

/// <summary><c>Authorization: Bearer engk_…</c>. A browser sends it by no other page's will, so such a request needs no proof of where it comes from.</summary>
internal sealed class ApiKeyHandler(
    AccountDirectory directory, ApiKeyStore keys, KeyUses uses, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    private const string Bearer = "Bearer ";

    /// <summary>The request says by a key who asks, whether or not the key is good.</summary>
    public static bool IsUsedBy(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (ApiKeyText.Parse(Request.Headers.Authorization.ToString()[Bearer.Length..]) is not { } text) return AuthenticateResult.Fail("No API key");
        var entries = await directory.ReadAsync(Context.RequestAborted);
        if (!entries.Keys.TryGetValue(text.Id, out var key) || key.IsRevoked || !Secret.Fits(text.Secret, key.SecretHash))
            return AuthenticateResult.Fail("Unknown or revoked API key");

        if (uses.IsWorthNoting(key.Id)) await keys.UsedAsync(key, Context.RequestAborted);
        Context.Features.Set(key.Viewer);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(Schemes.Key)), Schemes.Key));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return base.HandleChallengeAsync(properties);
    }
}

/// <summary>When each key was last noted as used, so that it is written once an hour. Thread-safe.</summary>
internal sealed class KeyUses(TimeProvider clock)
{
    private static readonly TimeSpan Coarse = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _noted = new();

    /// <summary>True once an hour for each key. Ids come from the table alone, so they are no more than there are keys.</summary>
    public bool IsWorthNoting(Guid key)
    {
        var now = clock.GetUtcNow();
        return _noted.TryGetValue(key, out var noted)
            ? now - noted >= Coarse && _noted.TryUpdate(key, now, noted)
            : _noted.TryAdd(key, now);
    }
}
