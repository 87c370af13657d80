using Microsoft.Playwright;

namespace Engagement.Benchmarks.Pages;

/// <summary>
/// Opens a page as somebody who was never there, so that the browser has none of its files, and asks the browser's own clock, which begins with the
/// navigation: when there is a heading and no placeholder for it, and when every part of the page is there too.
/// </summary>
internal sealed class PageClock(IBrowser browser)
{
    private const string IsUsable = "() => document.querySelector('main h1') && !document.querySelector('.skeleton') && performance.now()";
    private const string IsWhole = "() => !document.querySelector('.skeleton, .bone') && performance.now()";
    private const float PatienceMilliseconds = 60_000;

    /// <returns>Seconds from the navigation.</returns>
    public async Task<(double Usable, double Whole)> OpenAsync(string url, string key, string path)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = url, ExtraHTTPHeaders = new Dictionary<string, string> { ["Authorization"] = "Bearer " + key }, ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        });
        await using var _ = context.ConfigureAwait(false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path, new PageGotoOptions { WaitUntil = WaitUntilState.Commit, Timeout = PatienceMilliseconds });
        return (await WhenAsync(page, IsUsable), await WhenAsync(page, IsWhole));
    }

    private static async Task<double> WhenAsync(IPage page, string condition)
    {
        var at = await page.WaitForFunctionAsync(condition, null, new PageWaitForFunctionOptions { Timeout = PatienceMilliseconds });
        return await at.JsonValueAsync<double>() / 1e3;
    }
}
