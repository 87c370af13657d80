using Engagement.Benchmarks.Reports;
using static Engagement.Benchmarks.Reports.Spelled;

namespace Engagement.Benchmarks.Metrics;

/// <summary>What the metrics shall be able to.</summary>
internal static class MetricsGoals
{
    /// <summary>Seconds that a page may wait for an answer, but for one in twenty.</summary>
    public static double PageSeconds(long size) => size > 10_000_000 ? 1 : 0.2;

    public static IEnumerable<Goal> Of(MetricsResult result) =>
    [
        .. result.Sizes.Select(size => new Goal(
            $"all numbers, into emptied tables, at {Count(size.Size)}: statements/s", size.Rate(Effort.Median(size.Emptied)), 1_000_000, true, Count)),
        .. result.Sizes.Select(size => new Goal(
            $"the same at {Count(size.Size)}: ClickHouse's peak in any run, MB", size.Emptied.Max(effort => effort.PeakBytes), 2e9, false, Megabytes)),
        .. Steps(result).Select(step => new Goal(
            $"the same: time a statement at {Count(step.Large.Size)} beside {Count(step.Small.Size)}",
            step.Small.Rate(Effort.Median(step.Small.Emptied)) / step.Large.Rate(Effort.Median(step.Large.Emptied)), 1.2, false, Factor)),
        .. Steps(result).Select(step => (step.Small, step.Large, Few: result.Counts.FewOf(step.Large.Size))).Select(step => new Goal(
            $"0.01 % of the learners at {Count(step.Large.Size)} ({Count(step.Few)}) touched: time beside that of as many at {Count(step.Small.Size)}",
            step.Large.TouchedBy(step.Few).Median / step.Small.TouchedBy(step.Few).Median, 2, false, Factor)),
        .. result.Sizes.Select(size => (size.Size, Slowest: size.Pages.MaxBy(P95)!)).Select(page => new Goal(
            $"what pages ask at {Count(page.Size)}: p95 of the slowest ({page.Slowest.Name}), ms", P95(page.Slowest), PageSeconds(page.Size), false, Milliseconds)),
    ];

    private static IEnumerable<(SizeFigures Small, SizeFigures Large)> Steps(MetricsResult result) => result.Sizes.Zip(result.Sizes.Skip(1));

    private static double P95(QueryTimes times) => times.Failure is null ? times.P95 : double.PositiveInfinity;
}
