using System.Net.Http.Json;
using System.Text.Json;
using Engagement.Benchmarks.Machines;
using Engagement.Benchmarks.Metrics;
using Engagement.Browser.Tests.Serving;
using Microsoft.Playwright;

namespace Engagement.Benchmarks.Pages;

/// <summary>Every page in a real browser, on the running demo and on many statements.</summary>
/// <param name="statements">How many are many.</param>
/// <param name="openings">Of each page.</param>
internal sealed class PagesBenchmark(long statements, int openings)
{
    public const string First = "first page";

    public async Task<IReadOnlyList<PagesOn>> RunAsync()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await DebianChromium.LaunchAsync(playwright);
        var clock = new PageClock(browser);

        var running = await OnDemoAsync(clock, "the demo, while its course runs", "10");
        var over = await OnDemoAsync(clock, "the demo, its course over", "0");

        Progress.Say($"{statements:N0}: making the statements");
        await using var engine = await EngineProcess.StartAsync();
        await Generation.RunAsync(engine, statements);
        Progress.Say($"{statements:N0}: computing their numbers");
        await new Computation(engine).OfTouchedAsync();
        await QuietEngine.WaitAsync(engine);
        await using var many = await PageServer.OfAsync(engine);
        return [running, over, new PagesOn(FormattableString.Invariant($"{statements:N0} statements"), 2, await MeasureAsync(clock, many))];
    }

    private async Task<PagesOn> OnDemoAsync(PageClock clock, string what, string minutes)
    {
        Progress.Say($"starting {what}");
        await using var server = await PageServer.DemoAsync(minutes);
        if (minutes == "0") await server.WaitUntilNothingComesAsync();
        return new PagesOn(what, 1, await MeasureAsync(clock, server));
    }

    private async Task<IReadOnlyList<PageTimes>> MeasureAsync(PageClock clock, PageServer server)
    {
        var times = new List<PageTimes>();
        foreach (var (reader, key, name, path) in await PathsAsync(server))
        {
            await clock.OpenAsync(server.Url, key, path); // the server's first time is not counted
            var (usable, whole) = (new List<double>(), new List<double>());
            for (var i = 0; i < openings; i++)
            {
                var (first, all) = await clock.OpenAsync(server.Url, key, path);
                usable.Add(first);
                whole.Add(all);
            }
            times.Add(new PageTimes(reader, name, usable, whole));
            Progress.Say($"{reader}: {name}: usable after {times[^1].UsableP95:0.00} s");
        }
        return times;
    }

    // Of the largest course: its middle section, and the first learner that the list names.
    private static async Task<IReadOnlyList<(string Reader, string Key, string Name, string Path)>> PathsAsync(PageServer server)
    {
        using var designer = server.Api(server.Designer);
        using var facilitator = server.Api(server.Facilitator);
        var id = (await designer.GetFromJsonAsync<JsonElement>("/api/courses")).GetProperty("courses").EnumerateArray().MaxBy(c => c.GetProperty("learners").GetInt64()).GetProperty("id").GetString()!;
        var course = Uri.EscapeDataString(id);
        var sections = (await designer.GetFromJsonAsync<JsonElement>("/api/sections?course=" + course)).GetProperty("sections");
        var section = Uri.EscapeDataString(sections[sections.GetArrayLength() / 2].GetProperty("id").GetString()!);
        var learner = (await facilitator.GetFromJsonAsync<JsonElement>("/api/learners?course=" + course)).GetProperty("items")[0].GetProperty("learner").GetString();
        return
        [
            .. new[] { (First, "/"), ("course", $"/course?id={course}"), ("section", $"/section?course={course}&id={section}"), ("skips", $"/skips?course={course}"), ("compare", $"/compare?course={course}"), ("data quality", $"/quality?course={course}") }
                .Select(page => ("designer", server.Designer, page.Item1, page.Item2)),
            .. new[] { (First, "/"), ("waiting", "/waiting"), ("learners", "/learners"), ("learner", $"/learner?course={course}&id={learner}"), ("how am I doing", "/outcomes") }
                .Select(page => ("facilitator", server.Facilitator, page.Item1, page.Item2)),
        ];
    }
}
