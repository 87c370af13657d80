using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
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

        var contacted = await HandleAsync(visit.Page, "contacted", async keyboard =>
        {
            await keyboard.PressAsync("c");
            await keyboard.TypeAsync("Spoke on the phone");
            await keyboard.PressAsync("Control+Enter");
        });
        var dismissed = await HandleAsync(visit.Page, "dismissed", keyboard => keyboard.PressAsync("d"), contacted);
        await Expect(visit.Page.Locator($"[data-alert='{dismissed}']")).ToHaveCountAsync(0);
        var snoozed = await HandleAsync(visit.Page, "snoozed", keyboard => keyboard.PressAsync("s"), contacted, dismissed);
        await Expect(visit.Page.Locator($"[data-alert='{snoozed}']")).ToHaveCountAsync(0);

        var note = (await HistoryAsync(contacted)).Single(step => step.GetProperty("change").GetString() == "contacted").GetProperty("note");
        Assert.Equal("Spoke on the phone", note.GetString());
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task The_next_key_after_the_one_for_a_note_is_its_first_letter_however_fast()
    {
        await AlertsAsync(1);
        await using var visit = await demo.VisitAsync();
        await visit.Page.GotoAsync("/today");
        await visit.Page.Locator("[data-alert]").First.WaitForAsync();
        await visit.Page.Keyboard.PressAsync("j");
        // Within one task, before the browser paints.
        Assert.Equal("TEXTAREA", await visit.Page.EvaluateAsync<string>("""
            async () => {
              document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', bubbles: true, cancelable: true }))
              for (let i = 0; i < 10; i++) await null
              return document.activeElement.tagName
            }
            """));
        Assert.Empty(visit.Faults);
    }

    [Fact]
    public async Task A_note_is_not_lost_when_its_alert_ends_meanwhile()
    {
        await AlertsAsync(2);
        await using var visit = await demo.VisitAsync();
        await visit.Page.GotoAsync("/today");
        await visit.Page.Locator("[data-alert]").Nth(1).WaitForAsync();
        await visit.Page.Keyboard.PressAsync("j");
        var alert = await FocusedAsync(visit.Page);
        var note = visit.Page.Locator($"[data-alert='{alert}'] textarea");
        await visit.Page.Keyboard.PressAsync("c");
        await note.PressSequentiallyAsync("Spoke on");

        var isRefused = new TaskCompletionSource();
        await EndAllAsync(visit.Page, toldOnce: isRefused.Task);
        await Expect(visit.Page.Locator("[data-alert]")).ToHaveCountAsync(1);
        await visit.Page.Keyboard.TypeAsync(" the phone");
        await Expect(note).ToHaveValueAsync("Spoke on the phone");

        await visit.Page.RouteAsync("**/api/alerts/*/changes", route => route.FulfillAsync(new()
        {
            Status = 409, ContentType = "application/problem+json", Body = """{"title":"The alert can't be changed","detail":"The alert was returned meanwhile."}""",
        }));
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await Expect(visit.Page.Locator(".told-fault")).ToContainTextAsync("was returned meanwhile");
        isRefused.SetResult();
        await Expect(visit.Page.Locator(".told-news")).ToContainTextAsync("is closed");
        await Expect(visit.Page.Locator(".told-fault")).ToContainTextAsync("was returned meanwhile");
        await Expect(note).ToHaveValueAsync("Spoke on the phone");
        await note.PressAsync("Escape");
        await Expect(visit.Page.Locator("[data-alert]")).ToHaveCountAsync(0);
    }

    // Does it to the alert that has the focus. Where the learner came back, or was answered, just before, the next one is taken, as a person would.
    private async Task<string> HandleAsync(IPage page, string change, Func<IKeyboard, Task> press, params string[] handled)
    {
        for (var tries = 1; ; tries++)
        {
            var alert = "";
            await Until.TrueAsync(async () =>
            {
                if (await FocusedAsync(page) is { } focused && !handled.Contains(alert = focused)) return true;
                await page.Keyboard.PressAsync("j");
                return false;
            }, "an alert that was not handled has the focus");
            await press(page.Keyboard);
            List<string> changes = [];
            await Until.TrueAsync(async () =>
            {
                changes = [.. (await HistoryAsync(alert)).Select(step => step.GetProperty("change").GetString()!)];
                return changes.Exists(made => made == change || made is "resolved" or "returned");
            }, $"the alert is {change}");
            if (changes.Contains(change)) return alert;
            await page.Keyboard.PressAsync("Escape"); // out of a note that was refused
            Assert.True(tries < 4, $"four alerts ended before they could be {change}");
        }
    }

    private async Task<IEnumerable<JsonElement>> HistoryAsync(string alert) =>
        (await demo.AskAsync($"/api/alerts/{alert}")).GetProperty("history").EnumerateArray();

    // From now on the page is told that no alert is left; what became of each, not before the task has ended.
    private static async Task EndAllAsync(IPage page, Task toldOnce)
    {
        await AlterAsync(page, "/api/alerts(\\?|$)", answer => answer["items"] = new JsonArray());
        await AlterAsync(page, "/api/alerts/[^/?]+$", answer => (answer["alert"]!["state"], answer["alert"]!["closed_at"]) = ("dismissed", "2026-01-31T00:00:00Z"), toldOnce);
    }

    private static Task AlterAsync(IPage page, string path, Action<JsonNode> alter, Task? notBefore = null) => page.RouteAsync(new Regex(path), async route =>
    {
        await (notBefore ?? Task.CompletedTask);
        var answer = await route.FetchAsync();
        var body = JsonNode.Parse(await answer.TextAsync())!;
        alter(body);
        await route.FulfillAsync(new() { Response = answer, Json = body });
    });

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

    private static async Task<string?> FocusedAsync(IPage page) =>
        await page.EvaluateAsync<string?>("document.activeElement.closest('[data-alert]')?.dataset.alert");
}
