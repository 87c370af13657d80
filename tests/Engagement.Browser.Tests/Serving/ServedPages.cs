using Engagement.Tests;
using Engagement.ClickHouse;
using Engagement.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace Engagement.Browser.Tests.Serving;

/// <summary>The built pages, served as the program serves them on a free port, and one Chromium to look at them with.</summary>
public sealed class ServedPages : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private WebApplication? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

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
        builder.Services.AddSingleton(new ClickHouseClient(new ClickHouseOptions { Url = ClickHouse.Url }));
        builder.Services.AddWeb(builder.Configuration);
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapEngagement();
        await _app.StartAsync();

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } own ? own : "/usr/bin/chromium",
            Args = Flags,
        });
    }

    /// <summary>A browser window of its own, with the rows ClickHouse holds at the start.</summary>
    public async Task<Visit> VisitAsync(CannedClickHouse.State? rows = null, ColorScheme theme = ColorScheme.Light, int width = 1280)
    {
        ClickHouse.Now = rows ?? new CannedClickHouse.State();
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Url, ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(15_000);
        return new Visit(context, await context.NewPageAsync(), Url);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        if (ClickHouse is not null) await ClickHouse.DisposeAsync();
    }
}

[CollectionDefinition(Name)]
public sealed class InBrowser : ICollectionFixture<ServedPages>
{
    public const string Name = "browser";
}
