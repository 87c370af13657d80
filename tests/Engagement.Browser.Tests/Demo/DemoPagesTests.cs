using System.Text.Json;
using Engagement.Browser.Tests.Serving;
using Engagement.Engines.Tests.Engines;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Engagement.Browser.Tests.Demo;

/// <summary>Each page on the demo's data, as its reader uses it.</summary>
[Collection(Collection)]
public sealed class DemoPagesTests(RunningDemo demo) : IClassFixture<RunningDemo>
{
    /// <summary>One demo at a time.</summary>
    public const string Collection = "demo";

    // What sticks out of the page, if it is wider than the window; what scrolls by itself may.
    private const string TooWide = """
        () => document.documentElement.scrollWidth <= innerWidth ? '' : [...document.querySelectorAll('main *')]
            .filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('.table-scroll, .ribbon-scroll')).map(e => `${e.tagName}.${e.className} ${Math.round(e.getBoundingClientRect().right)}`).slice(0, 6).join(', ')
        """;

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 1280)]
    [InlineData(ColorScheme.Light, 390)]
    public async Task No_page_has_a_fault_that_axe_or_the_console_tells_of_and_none_leaves_the_machine(ColorScheme theme, int width)
    {
        await AlertsAsync(1);
        await using var visit = await demo.VisitAsync(theme, width);
        foreach (var path in await PathsAsync())
        {
            await visit.Page.GotoAsync(path);
            await visit.Page.Locator("h1").WaitForAsync();
            await visit.Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded);
            await Expect(visit.Page.Locator(".skeleton")).ToHaveCountAsync(0);
            await visit.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => details.open = true)");
            Assert.Equal((path, ""), (path, string.Join('\n', await Axe.FaultsAsync(visit.Page))));
            Assert.Equal((path, ""), (path, await visit.Page.EvaluateAsync<string>(TooWide)));
        }
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_designer_finds_the_most_skipped_try_it_from_the_start_page()
    {
        await using var visit = await demo.VisitAsync();
        await visit.Page.GotoAsync("/");
        await Expect(visit.Page.Locator(".finding-skip h2")).ToContainTextAsync("Most skipped");
        var sections = (await demo.AskAsync(await SectionsPathAsync())).GetProperty("sections").EnumerateArray().ToList();
        var named = await visit.Page.Locator(".finding-skip h2").InnerTextAsync();
        Assert.Contains(sections, section => named.Contains(section.GetProperty("title").GetString()!, StringComparison.Ordinal));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_facilitator_handles_three_alerts_by_keyboard_alone()
    {
        await AlertsAsync(4);
        await using var visit = await demo.VisitAsync();
        await visit.Page.GotoAsync("/today");
        await visit.Page.Locator("[data-alert]").Nth(3).WaitForAsync();

        await visit.Page.Keyboard.PressAsync("j");
        var contacted = await FocusedAsync(visit.Page);
        await visit.Page.Keyboard.PressAsync("c");
        await visit.Page.Keyboard.TypeAsync("Spoke on the phone");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await StateAsync(contacted, "contacted");
        await Expect(visit.Page.Locator($"[data-alert='{contacted}']")).ToContainTextAsync("contacted");

        await visit.Page.Locator("[data-alert]:focus").WaitForAsync();
        var dismissed = await FocusedAsync(visit.Page);
        Assert.NotEqual(contacted, dismissed);
        await visit.Page.Keyboard.PressAsync("d");
        await StateAsync(dismissed, "dismissed");
        await Expect(visit.Page.Locator($"[data-alert='{dismissed}']")).ToHaveCountAsync(0);

        var snoozed = await FocusedAsync(visit.Page);
        await visit.Page.Keyboard.PressAsync("s");
        await Expect(visit.Page.Locator($"[data-alert='{snoozed}']")).ToHaveCountAsync(0);
        var answer = await demo.AskAsync($"/api/alerts/{snoozed}");
        Assert.Equal("snoozed", answer.GetProperty("history").EnumerateArray().Last().GetProperty("change").GetString());
        var history = (await demo.AskAsync($"/api/alerts/{contacted}")).GetProperty("history").EnumerateArray().Last();
        Assert.Equal("Spoke on the phone", history.GetProperty("note").GetString());
        Assert.Empty(visit.Faults);
    }

    private async Task<IReadOnlyList<JsonElement>> AlertsAsync(int atLeast)
    {
        List<JsonElement> alerts = [];
        await Until.TrueAsync(async () => (alerts = [.. (await demo.AskAsync("/api/alerts")).GetProperty("items").EnumerateArray()]).Count >= atLeast, $"there are {atLeast} alerts");
        return alerts;
    }

    private async Task<string> CourseAsync() =>
        Uri.EscapeDataString((await demo.AskAsync("/api/courses")).GetProperty("courses")[0].GetProperty("id").GetString()!);

    private async Task<string> SectionsPathAsync() => "/api/sections?course=" + await CourseAsync();

    private async Task<IReadOnlyList<string>> PathsAsync()
    {
        var course = await CourseAsync();
        var alert = (await AlertsAsync(1))[0];
        var learner = $"/learner?course={course}&id={alert.GetProperty("learner").GetString()}";
        var section = Uri.EscapeDataString((await demo.AskAsync(await SectionsPathAsync())).GetProperty("sections")[2].GetProperty("id").GetString()!);
        return ["/?all", $"/course?id={course}", $"/section?course={course}&id={section}", $"/skips?course={course}", $"/compare?course={course}", $"/quality?course={course}",
            "/today", "/waiting", "/learners", learner, learner + "&section=welcome", "/outcomes", "/operations"];
    }

    private static async Task<string> FocusedAsync(IPage page) =>
        await page.EvaluateAsync<string>("document.activeElement.closest('[data-alert]').dataset.alert");

    private Task StateAsync(string alert, string state) => Until.TrueAsync(
        async () => (await demo.AskAsync($"/api/alerts/{alert}")).GetProperty("alert").GetProperty("state").GetString() == state, $"the alert is {state}");
}
