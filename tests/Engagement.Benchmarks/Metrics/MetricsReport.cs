using System.Globalization;
using Engagement.Benchmarks.Reports;
using Engagement.Hosting;
using static Engagement.Benchmarks.Reports.Spelled;

namespace Engagement.Benchmarks.Metrics;

/// <summary>The figures as a page of Markdown.</summary>
internal static class MetricsReport
{
    public static string Write(MetricsResult result, DateTimeOffset at)
    {
        var sizes = result.Sizes;
        var settings = Computation.Settings;
        return string.Create(CultureInfo.InvariantCulture, $"""
            # From rows to numbers

            Written by `./engagement bench metrics` on {at:yyyy-MM-dd}: {Machine.Describe()}; {result.Load:0.0} processes wanted to run when it began.
            The statements of each size are made by the simulator inside a fresh ClickHouse: embedded, in a process of its own, which lets its queries have {Megabytes(sizes[0].MemoryLimit)} MB. The metrics job computes about {settings.ChunkStatements:N0} statements at once, and {settings.ChunksAtOnce} such chunks side by side: its defaults. Before each full computation, and each part below, the engine has merged what it had. A factor is what a figure is of that at the size before; of figures a statement, 1 is perfect.

            {Goal.Table(MetricsGoals.Of(result))}
            ## The statements

            The factor of the time is that of a statement.

            {StatementsTable.Of(sizes)}
            ## All numbers

            First, when all is new; then all learners are touched and all is computed again, from the statements that are there, into emptied tables or over what was there. {(sizes[0].Emptied.Count == 1 ? "One run" : $"Medians of {sizes[0].Emptied.Count} runs")}. The peak is the most that ClickHouse's process held (resident); the factor is that of the time a statement.

            {FullTable.Of(sizes)}
            ## Those who did something new

            Each of so many learners gets a session of 10 statements more, then the job runs: median of {sizes[0].Touched[0].Seconds.Count} times, other learners each time. All statements of these learners are computed, and counted here. The factor is that of the time, for the hundredth that of the time a statement.

            {TouchedTable.Of(result)}
            {Freshness(sizes)}

            ## What pages ask

            Of the largest course, milliseconds to the last byte, p50 / p95 of 50 runs (fewer where they took 10 s) after one that is not counted. **Bold**: p95 above {Milliseconds(MetricsGoals.PageSeconds(0))} ms, beyond ten million statements above {Milliseconds(MetricsGoals.PageSeconds(long.MaxValue))} ms. What is named `page` goes through the web's own code, the others are views or tables. They are asked of what the first computation and those who did something new have left. Right after a computation of all over what was there, the engine has each row twice until it merges, and pages wait longer.

            {PagesTable.Of(sizes, size => size.Pages)}
            ## What one would ask instead

            Without computed numbers: one query over all statements at page time, [at_page_time.sql](../../tests/Engagement.Benchmarks/Metrics/at_page_time.sql). Milliseconds, p50 / p95 of 3 runs (fewer where they took 30 s); and for comparison what it is to replace.

            {PagesTable.Of(sizes, size => [.. size.Instead, size.Pages.Single(page => page.Name == PageQueries.SectionReport)])}
            ## Run it

            `./engagement bench metrics`, best while nothing else runs. `--large` adds a hundred million statements, `--sizes 100000,200000 --runs 1` is a quick look, `--memory 4096` has ClickHouse's process work as on a machine of so many MB.

            """);
    }

    private static string Freshness(IReadOnlyList<SizeFigures> sizes)
    {
        var interval = Computation.Settings.Interval.TotalSeconds;
        var bounds = sizes.Select(size => $"{Seconds(interval + size.TouchedMany.Median)} s at {Count(size.Size)}");
        return string.Create(CultureInfo.InvariantCulture,
            $"So from its insert until it is in the numbers a statement takes at most the job's interval of {interval:0.#} s and a run, one run more where one was just at work: where a hundredth of the learners did something new meanwhile, {string.Join(", ", bounds)}.");
    }
}
