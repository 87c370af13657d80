using System.Net.Http.Json;
using System.Text.Json;
using Engagement.Browser.Tests.Serving;
using Engagement.Engines.Tests.EndToEnd;
using Engagement.Tests;
using Microsoft.Playwright;

namespace Engagement.Browser.Tests.Demo;

/// <summary><c>engagement demo</c> as a person starts it, somebody signed in who may see everything, and one Chromium.</summary>
public sealed class RunningDemo : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private EngagementProcess _program = null!;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Microsoft.Playwright.Cookie _session = null!;

    public string Url { get; private set; } = "";

    /// <summary>The same, for questions to the API.</summary>
    public HttpClient Api { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var pages = Path.Combine(Repository.Folder, "dashboards", "dist");
        _program = EngagementProcess.Start(new Dictionary<string, string>(),
            "demo", "--minutes", "3", "--urls", "http://127.0.0.1:0", "--data", _folder.File("data"), "--set", "Web:Pages=" + pages);
        var code = await SignedIn.StartCodeAsync(_program);
        var written = _program.Written;
        Url = written[written.IndexOf("http://", StringComparison.Ordinal)..written.IndexOf("/start?code=", StringComparison.Ordinal)];
        _session = await SignInAsync(code);
        Api = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(Url), DefaultRequestHeaders = { { "Cookie", $"{_session.Name}={_session.Value}" } } };
        _playwright = await Playwright.CreateAsync();
        _browser = await DebianChromium.LaunchAsync(_playwright);
    }

    /// <summary>What a GET answers.</summary>
    public Task<JsonElement> AskAsync(string path) => Api.GetFromJsonAsync<JsonElement>(path);

    /// <summary>A browser window of its own.</summary>
    public async Task<Visit> VisitAsync(ColorScheme theme = ColorScheme.Light, int width = 1280)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Url, ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(30_000);
        await context.AddCookiesAsync([_session]);
        return new Visit(context, await context.NewPageAsync(), Url);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
        Api?.Dispose();
        await _program.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<Microsoft.Playwright.Cookie> SignInAsync(string code)
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(Url), DefaultRequestHeaders = { { "X-Engagement-Request", "1" } } };
        using var answer = await http.PostAsJsonAsync("/api/start", new { code, user_name = "ann", password = ServedPages.Password, time_zone = "Europe/Berlin" });
        var cookie = answer.EnsureSuccessStatusCode().Headers.GetValues("Set-Cookie").Single().Split(';')[0].Split('=', 2);
        return new Microsoft.Playwright.Cookie { Name = cookie[0], Value = cookie[1], Url = Url };
    }
}
