using System.CommandLine;
using System.Globalization;
using Engagement.Benchmarks.Reports;

namespace Engagement.Benchmarks.Metrics;

/// <summary><c>bench metrics</c></summary>
internal static class MetricsCommand
{
    private const long Large = 100_000_000;

    public static Command Create()
    {
        var sizes = new Option<string>("--sizes") { Description = "Statements, each number on a ClickHouse of its own", HelpName = "N,N", DefaultValueFactory = _ => "1000000,10000000" };
        var large = new Option<bool>("--large") { Description = "Also a hundred million, which takes 20 GB of disk and much of an hour" };
        var runs = new Option<int>("--runs") { Description = "Runs of each full computation; the report has their medians", DefaultValueFactory = _ => 3 };
        var memory = new Option<int?>("--memory") { Description = "Megabytes ClickHouse's process may have, of which its queries get half; by default what the machine has", HelpName = "MB" };
        var report = new Option<string>("--out") { Description = "The report", HelpName = "FILE", DefaultValueFactory = _ => "docs/benchmarks/metrics.md" };
        sizes.Validators.Add(given =>
        {
            if (Sizes(given.GetValueOrDefault<string>()) is null) given.AddError("--sizes is a list of numbers from 1,000 to 10,000,000,000, such as 1000000,10000000");
        });
        runs.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 1) given.AddError("--runs is 1 or more");
        });
        var command = new Command("metrics", "The metrics of a few million statements: computed at once, again, for the few who did something new; and what pages wait for") { sizes, large, runs, memory, report };
        command.SetAction(async (parsed, _) =>
        {
            long[] all = [.. Sizes(parsed.GetValue(sizes))!, .. parsed.GetValue(large) ? [Large] : Array.Empty<long>()];
            var benchmark = new MetricsBenchmark([.. all.Distinct().Order()], parsed.GetValue(runs), parsed.GetValue(memory) * 1_000_000L);
            var text = "";
            await foreach (var result in benchmark.RunAsync())
            {
                text = MetricsReport.Write(result, TimeProvider.System.GetUtcNow());
                await ReportFile.WriteAsync(parsed.GetValue(report)!, text);
            }
            Console.WriteLine(text);
        });
        return command;
    }

    /// <returns>Null where it is no list of sizes.</returns>
    private static List<long>? Sizes(string? given)
    {
        var sizes = new List<long>();
        foreach (var text in (given ?? "").Split(','))
        {
            if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || size is < 1_000 or > 10_000_000_000) return null;
            sizes.Add(size);
        }
        return sizes;
    }
}
