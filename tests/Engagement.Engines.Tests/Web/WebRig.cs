using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Web;
using Engagement.ClickHouse;
using Engagement.People.Identity;
using Engagement.Web;
using Engagement.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Engagement.Engines.Tests.Web;

/// <summary>The API and pages as the program hosts them, on a free port, and people who sign in there as people do.</summary>
internal sealed class WebRig : IAsyncDisposable
{
    public const string Password = "correct horse battery staple";

    private readonly WebApplication _app;
    private readonly DirectoryInfo _keys;

    private WebRig(WebApplication app, DirectoryInfo keys) => (_app, _keys) = (app, keys);

    public Uri Url => new(_app.Urls.Single());

    public IServiceProvider Services => _app.Services;

    /// <summary>Where the keys of its cookies lie.</summary>
    public string CookieKeys => Path.Combine(_keys.FullName, "cookie-keys");

    /// <param name="clickHouse">With the newest schema.</param>
    /// <param name="clock">Null: the real one.</param>
    /// <param name="settings">Such as <c>Web:ProxyHeader=X-User</c>.</param>
    public static async Task<WebRig> StartAsync(ClickHouseClient clickHouse, TimeProvider? clock = null, params string[] settings)
    {
        var keys = Directory.CreateTempSubdirectory("engagement-test-");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Web:CookieKeys"] = Path.Combine(keys.FullName, "cookie-keys");
        builder.Configuration.AddInMemoryCollection(settings.Select(s => s.Split('=', 2)).Select(s => new KeyValuePair<string, string?>(s[0], s[1])));
        builder.Services.AddSingleton(clickHouse);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddSingleton(new IdentityKey(new byte[32])).AddSingleton<Identities>();
        builder.Services.AddWeb(builder.Configuration);
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapEngagement();
        await app.StartAsync();
        return new WebRig(app, keys);
    }

    /// <summary>A browser of its own, as our pages use it: it keeps cookies and sends our header.</summary>
    public HttpClient Browser()
    {
        var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Url };
        http.DefaultRequestHeaders.Add("X-Engagement-Request", "1");
        return http;
    }

    /// <summary>A machine with a key.</summary>
    public async Task<HttpClient> WithKeyAsync(Scope? scope = null)
    {
        var (_, text) = await Services.GetRequiredService<ApiKeyStore>().CreateAsync("test", scope ?? Scope.Everything);
        Services.GetRequiredService<AccountDirectory>().Forget();
        return new HttpClient { BaseAddress = Url, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", text) } };
    }

    /// <summary>An account whose password was set by its link.</summary>
    /// <returns>A browser that is signed in.</returns>
    public async Task<HttpClient> NewAccountAsync(string name, Scope? scope = null)
    {
        var account = new Account { UserName = name, Id = Guid.NewGuid(), Scope = scope ?? Scope.Everything, CreatedAt = DateTimeOffset.UnixEpoch };
        await Services.GetRequiredService<AccountStore>().SaveAsync(account);
        var link = await Services.GetRequiredService<OneTimeLinks>().ForPasswordAsync("http://pages", account);
        var browser = Browser();
        using var answer = await browser.PostAsJsonAsync("/api/start", new { code = CodeOf(link), password = Password });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return browser;
    }

    public static string CodeOf(string link) => HttpUtility.ParseQueryString(new Uri(link).Query)["code"]!;

    public static async Task<HttpResponseMessage> SignInAsync(HttpClient browser, string name, string password = Password) =>
        await browser.PostAsJsonAsync("/api/sign-in", new { user_name = name, password });

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _keys.Delete(recursive: true);
    }
}
