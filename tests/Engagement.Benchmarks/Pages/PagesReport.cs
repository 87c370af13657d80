using System.Globalization;
using Engagement.Benchmarks.Reports;
using Engagement.Hosting;
using static Engagement.Benchmarks.Reports.Spelled;

namespace Engagement.Benchmarks.Pages;

/// <summary>The figures as a page of Markdown.</summary>
internal static class PagesReport
{
    public static string Write(IReadOnlyList<PagesOn> all, DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"""
        # Until a page is there

        Written by `./engagement bench pages` on {at:yyyy-MM-dd}: {Machine.Describe()}. Chromium and all of the product share them.
        Each page is opened {all[0].Pages[0].Usable.Count} times by a browser that has none of its files, after one opening that is not counted. Times are the browser's own, from the navigation: until the page can be used (its heading and first part are there), and until all of it is there.

        {Goal.Table(all.SelectMany(Goals))}
        p50 / p95, milliseconds:

        {Times(all)}
        The demo's engines and workers are at work meanwhile, on the same processors as the browser; its course is over when nothing came for ten seconds and nothing waits to be computed. The many statements lie in a ClickHouse of their own; nobody there is in a roster or has an alert, so the facilitator's first page is an empty list, and the one of learners has all of them to choose from.

        ## Run it

        `./engagement bench pages`, best while nothing else runs. `--statements 1000000` is a quick look.

        """);

    private static IEnumerable<Goal> Goals(PagesOn on) => on.Pages.Where(page => page.Name == PagesBenchmark.First)
        .Select(page => new Goal($"{page.Reader}'s first page on {on.Data}: usable, p95, ms", page.UsableP95, on.Bound, IsLeast: false, Milliseconds));

    private static string Times(IReadOnlyList<PagesOn> all)
    {
        var table = new MarkdownTable(["", .. all.SelectMany(on => new[] { $"{on.Data}: usable", "whole" })]);
        for (var i = 0; i < all[0].Pages.Count; i++)
            table.Row([$"{all[0].Pages[i].Reader}: {all[0].Pages[i].Name}", .. all.SelectMany(on => new[] { Cell(on.Pages[i].Usable), Cell(on.Pages[i].Whole) })]);
        return table.ToString();
    }

    private static string Cell(IReadOnlyList<double> seconds) => $"{Milliseconds(Percentile.Median(seconds))} / {Milliseconds(Percentile.Of(0.95, seconds))}";
}
