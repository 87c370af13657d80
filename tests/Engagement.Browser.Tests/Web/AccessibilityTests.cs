using Engagement.Browser.Tests.Serving;
using Microsoft.Playwright;

namespace Engagement.Browser.Tests.Web;

[Collection(InBrowser.Name)]
public sealed class AccessibilityTests(ServedPages pages)
{
    [Theory]
    [InlineData(ColorScheme.Light, 1280, false)]
    [InlineData(ColorScheme.Dark, 1280, false)]
    [InlineData(ColorScheme.Light, 390, false)]
    [InlineData(ColorScheme.Dark, 390, false)]
    [InlineData(ColorScheme.Light, 1280, true)]
    [InlineData(ColorScheme.Dark, 1280, true)]
    public async Task Axe_finds_no_fault(ColorScheme theme, int width, bool isList)
    {
        await using var visit = await pages.VisitAsync(
            new CannedClickHouse.State { IsInferred = true, Courses = [Fractions.Id, "https://courses.example/2"] }, theme, width);
        await visit.Page.GotoAsync(isList ? "/" : Visit.CoursePath);
        await visit.Page.Locator(isList ? ".course-list" : ".ribbon").WaitForAsync();

        Assert.Empty(await Axe.FaultsAsync(visit.Page));
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, "/sign-in?refused")]
    [InlineData(ColorScheme.Dark, 390, "/sign-in?refused")]
    [InlineData(ColorScheme.Light, 390, "/start?code=x")]
    [InlineData(ColorScheme.Dark, 1280, "/start?code=x&name=ann")]
    public async Task Axe_finds_no_fault_before_signing_in(ColorScheme theme, int width, string path)
    {
        await using var visit = await pages.VisitAsync(theme: theme, width: width, isSignedIn: false);
        await visit.Page.GotoAsync(path);
        await visit.Page.Locator("form").WaitForAsync();
        Assert.Empty(await Axe.FaultsAsync(visit.Page));
    }
}
