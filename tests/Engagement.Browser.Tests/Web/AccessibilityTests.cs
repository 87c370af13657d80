using Engagement.Tests;
using Engagement.Browser.Tests.Serving;
using Microsoft.Playwright;

namespace Engagement.Browser.Tests.Web;

[Collection(InBrowser.Name)]
public sealed class AccessibilityTests(ServedPages pages)
{
    private const string Run = """
        async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
            .map(v => `${v.impact} ${v.id}: ${v.help} – ${v.nodes.slice(0, 3).map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join(' | ')}`)
        """;

    [Theory]
    [InlineData(ColorScheme.Light, 1280, false)]
    [InlineData(ColorScheme.Dark, 1280, false)]
    [InlineData(ColorScheme.Light, 390, false)]
    [InlineData(ColorScheme.Dark, 390, false)]
    [InlineData(ColorScheme.Light, 1280, true)]
    [InlineData(ColorScheme.Dark, 1280, true)]
    public async Task Axe_finds_no_fault(ColorScheme theme, int width, bool isList)
    {
        var axe = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "dashboards", "node_modules", "axe-core", "axe.min.js"));
        await using var visit = await pages.VisitAsync(
            new CannedClickHouse.State { IsInferred = true, Courses = [Fractions.Id, "https://courses.example/2"] }, theme, width);
        await visit.Page.GotoAsync(isList ? "/" : Visit.CoursePath);
        await visit.Page.Locator(isList ? ".course-list" : ".ribbon").WaitForAsync();

        await AssertNoFaultAsync(visit, axe);
    }

    [Theory]
    [InlineData(ColorScheme.Light, 1280, "/sign-in?refused")]
    [InlineData(ColorScheme.Dark, 390, "/sign-in?refused")]
    [InlineData(ColorScheme.Light, 390, "/start?code=x")]
    [InlineData(ColorScheme.Dark, 1280, "/start?code=x&name=ann")]
    public async Task Axe_finds_no_fault_before_signing_in(ColorScheme theme, int width, string path)
    {
        var axe = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "dashboards", "node_modules", "axe-core", "axe.min.js"));
        await using var visit = await pages.VisitAsync(theme: theme, width: width, isSignedIn: false);
        await visit.Page.GotoAsync(path);
        await visit.Page.Locator("form").WaitForAsync();
        await AssertNoFaultAsync(visit, axe);
    }

    private static async Task AssertNoFaultAsync(Visit visit, string axe)
    {
        // Through the debugger's door, as the page's own policy lets no foreign script in.
        await visit.Page.EvaluateAsync(axe);
        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(Run));
    }
}
