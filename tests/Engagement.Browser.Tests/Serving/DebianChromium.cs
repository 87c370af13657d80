using Microsoft.Playwright;

namespace Engagement.Browser.Tests.Serving;

/// <summary>The system's own Chromium, which asks nobody anything; <c>CHROMIUM</c> names another.</summary>
internal static class DebianChromium
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        // A page beside a demo on two cores may have to wait for its figures; five seconds, the default, are too few.
        Assertions.SetDefaultExpectTimeout(30_000);
        return playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } own ? own : "/usr/bin/chromium",
            Args = Flags,
        });
    }
}
