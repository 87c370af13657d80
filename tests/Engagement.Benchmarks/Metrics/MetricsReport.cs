using System.Globalization;
using System.Text;
using Engagement.Benchmarks.Machines;
using static Engagement.Benchmarks.Metrics.Spelled;

namespace Engagement.Benchmarks.Metrics;

/// <summary>The figures as a page of Markdown.</summary>
internal static class MetricsReport
{
    public static string Write(MetricsResult result)
    {
        var sizes = result.Sizes;
        var runs = sizes[0].Emptied.Count;
        var settings = Computation.Settings;
        return string.Create(CultureInfo.InvariantCulture, $"""
            # From rows to numbers

            Written by `./engagement bench metrics` on {TimeProvider.System.GetUtcNow():yyyy-MM-dd}: {Machine.Describe()}. The statements of each size are made by the simulator inside a fresh ClickHouse (embedded, in a process of its own, which lets its queries have {Megabytes(sizes[0].MemoryLimit)} MB); the metrics job computes about {settings.ChunkStatements:N0} statements at once, in {settings.ChunksAtOnce} chunks side by side, as it does by default.
            {(runs == 1 ? "One run" : $"Medians of {runs} runs")} of each full computation. Before each the engine has merged what it had to. Factors tell how time (or space) a statement grows from one size to the next; 1 is perfect.

            {Goals(result)}
            ## The statements

            {StatementsTable.Of(sizes)}
            ## All numbers

            The first time everything is new. Later all learners are touched and everything is computed again: into emptied tables, from the statements that are there, or over what was there. Memory is the most that ClickHouse's process held (resident), lowest to highest is of seconds.

            {FullTable.Of(sizes)}
            ## The numbers of those who did something new

            Each learner gets a session of 10 statements more, then the job runs; median of {sizes[0].Touched[0].Seconds.Count} times, others each time. Statements a second counts all statements of these learners, as all are computed again.

            {TouchedTable.Of(result)}
            {Freshness(sizes)}
            ## What pages ask

            Of the largest course, in milliseconds to the last byte, over up to 50 runs (fewer where they took 10 s) after one that is not counted. Bold: p95 above {Milliseconds(Goal.PageSeconds(0))} ms, or above {Milliseconds(Goal.PageSeconds(long.MaxValue))} ms beyond ten million statements. Those named `page:` go through the web's own code, the others are views or tables.

            {PagesTable.Of(sizes, size => size.Pages)}
            ## What one would ask instead

            Without computed numbers: one query over all statements at page time, [at_page_time.sql](../../tests/Engagement.Benchmarks/Metrics/at_page_time.sql). Milliseconds, of up to three runs (fewer where they took 30 s).

            {PagesTable.Of(sizes, size => size.Instead)}
            ## Run it

            `./engagement bench metrics` takes some minutes; `--large` adds a hundred million statements, `--sizes 100000,200000 --runs 1` is a quick look, `--memory 4096` has ClickHouse work as on a smaller machine. Nothing else should run meanwhile.

            """);
    }

    private static string Goals(MetricsResult result)
    {
        var table = new MarkdownTable("goal", "is", "shall be", "");
        foreach (var goal in Goal.Of(result))
            table.Row(goal.What, goal.Spell(goal.Is), (goal.IsLeast ? "≥ " : "≤ ") + goal.Spell(goal.ShallBe), goal.Verdict);
        return table.ToString();
    }

    // Ticks come at each interval, also while a run is at work, and then wait for its end.
    private static string Freshness(IReadOnlyList<SizeFigures> sizes)
    {
        var interval = Computation.Settings.Interval.TotalSeconds;
        var text = new StringBuilder();
        foreach (var size in sizes)
            foreach (var touched in size.Touched.Where(t => t.Share is not null))
                text.AppendLine(CultureInfo.InvariantCulture, $"A statement is in the numbers at most {Seconds(interval + touched.Median)} s after its insert (the job's interval of {interval:0.#} s and its run) at {Count(size.Size)} statements, where {touched.Share:0.##%} of the learners did something new; one run more where one was just at work.");
        return text.ToString();
    }
}
