using Engagement.People;
using Engagement.Web.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Engagement.Web.SignIn;

/// <summary>Who asks, found out once for each request to the API; and how somebody comes to be known.</summary>
internal static class SignInRegistration
{
    public static void AddSignIn(this IServiceCollection services, OAuthSettings provider)
    {
        services.AddSingleton<AccountStore>();
        services.AddSingleton<ApiKeyStore>();
        services.AddSingleton<OneTimeLinks>();
        services.AddSingleton<EndedSessions>();
        services.AddSingleton<AccountDirectory>();
        services.AddSingleton<KeyUses>();
        services.AddSingleton<Lockouts>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<Door>();
        services.AddScoped<SessionEvents>();
        services.AddHttpContextAccessor();
        services.AddScoped(scope => scope.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Viewer>()
            ?? throw new InvalidOperationException("A route takes a Viewer and lets in whoever did not sign in"));

        services.AddAuthentication()
            .AddPolicyScheme(Schemes.Any, null, options => options.ForwardDefaultSelector = Way)
            .AddCookie(Schemes.Session, Configure)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(Schemes.Key, null)
            .AddScheme<AuthenticationSchemeOptions, ProxyHandler>(Schemes.Proxy, null)
            .AddProvider(provider);
        services.AddAuthorization();
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<WebOptions>>((headers, web) => TrustedProxies.Parse(web.Value.TrustedProxies).Configure(headers));
        AddCookieKeys(services);
    }

    // One way alone is looked at, so that a good cookie never makes up for a bad key.
    private static string Way(HttpContext context) =>
        ApiKeyHandler.IsUsedBy(context.Request) ? Schemes.Key
        : context.Features.Get<ProxiedUser>() is not null ? Schemes.Proxy
        : Schemes.Session;

    private static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "engagement";
        options.Cookie.HttpOnly = true;
        // Strict costs nothing here: pages are the same for everybody, and what they then ask for comes from our own page.
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest; // without TLS nobody signs in but from this machine
        options.CookieManager = new HostBoundCookies();
        options.ExpireTimeSpan = Session.Idle;
        options.SlidingExpiration = true;
        options.EventsType = typeof(SessionEvents);
    }

    private static void AddCookieKeys(IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("engagement");
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<WebOptions>, ILoggerFactory>((keys, web, log) =>
            keys.XmlRepository = new FileSystemXmlRepository(Owned(web.Value.CookieKeys), log));
    }

    private static DirectoryInfo Owned(string folder) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(folder)
        : Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
