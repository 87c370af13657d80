using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Web;
using Engagement.Tests;
using Engagement.ClickHouse;
using Engagement.Web;
using Engagement.Web.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Engagement.Browser.Tests.Serving;

/// <summary>The built pages, served as the program serves them on a free port, and one Chromium to look at them with.</summary>
public sealed class ServedPages : IAsyncLifetime
{
    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Microsoft.Playwright.Cookie? _session;
    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("engagement-test-");

    public const string UserName = "ann", Password = "correct horse battery staple";

    public CannedClickHouse ClickHouse { get; private set; } = null!;
    public string Url => _app!.Urls.Single();

    public async Task InitializeAsync()
    {
        var pages = Path.Combine(Repository.Folder, "dashboards", "dist");
        Assert.True(File.Exists(Path.Combine(pages, "index.html")), "The pages are not built: `npm ci && npm run build` in dashboards/");

        ClickHouse = await CannedClickHouse.StartAsync();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Web:Pages"] = pages;
        builder.Configuration["Web:CookieKeys"] = _keys.FullName;
        builder.Configuration["Web:SignInsPerMinute"] = "1000";
        builder.Services.AddSingleton(new ClickHouseClient(new ClickHouseOptions { Url = ClickHouse.Url }));
        builder.Services.AddWeb(builder.Configuration);
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapEngagement();
        await _app.StartAsync();
        _session = await SignInAsync();

        _playwright = await Playwright.CreateAsync();
        _browser = await DebianChromium.LaunchAsync(_playwright);
    }

    /// <summary>A machine that may ask for everything.</summary>
    public async Task<HttpClient> WithKeyAsync()
    {
        var (_, key) = await _app!.Services.GetRequiredService<ApiKeyStore>().CreateAsync("test", Scope.Everything);
        _app.Services.GetRequiredService<AccountDirectory>().Forget();
        return new HttpClient { BaseAddress = new Uri(Url), DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", key) } };
    }

    /// <summary>A link by which the account's password is set.</summary>
    public async Task<string> LinkAsync(string userName = UserName)
    {
        var account = new Account { UserName = userName, Id = Guid.NewGuid(), Scope = Scope.Everything, CreatedAt = DateTimeOffset.UnixEpoch };
        await _app!.Services.GetRequiredService<AccountStore>().SaveAsync(account);
        return await _app.Services.GetRequiredService<OneTimeLinks>().ForPasswordAsync(Url, account);
    }

    // As a browser would, once for all visits: a password's hash is costly.
    private async Task<Microsoft.Playwright.Cookie> SignInAsync()
    {
        var code = HttpUtility.ParseQueryString(new Uri(await LinkAsync()).Query)["code"];
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(Url), DefaultRequestHeaders = { { "X-Engagement-Request", "1" } } };
        using var answer = await http.PostAsJsonAsync("/api/start", new { code, password = Password });
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0].Split('=', 2);
        return new Microsoft.Playwright.Cookie { Name = cookie[0], Value = cookie[1], Url = Url };
    }

    /// <summary>A browser window of its own, with the rows ClickHouse holds at the start.</summary>
    public async Task<Visit> VisitAsync(CannedClickHouse.State? rows = null, ColorScheme theme = ColorScheme.Light, int width = 1280, bool isSignedIn = true)
    {
        ClickHouse.Now = rows ?? new CannedClickHouse.State();
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Url, ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(15_000);
        if (isSignedIn) await context.AddCookiesAsync([_session!]);
        return new Visit(context, await context.NewPageAsync(), Url);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        if (ClickHouse is not null) await ClickHouse.DisposeAsync();
        _keys.Delete(recursive: true);
    }
}

[CollectionDefinition(Name)]
public sealed class InBrowser : ICollectionFixture<ServedPages>
{
    public const string Name = "browser";
}
