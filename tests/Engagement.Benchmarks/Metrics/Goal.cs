using static Engagement.Benchmarks.Metrics.Spelled;

namespace Engagement.Benchmarks.Metrics;

/// <summary>What a figure shall be.</summary>
/// <param name="What">In words.</param>
/// <param name="Is">The figure; not finite where there is none.</param>
/// <param name="ShallBe">Its bound.</param>
/// <param name="IsLeast">Whether the bound is the least it shall be, else the most.</param>
/// <param name="Spell">Writes figure and bound.</param>
internal sealed record Goal(string What, double Is, double ShallBe, bool IsLeast, Func<double, string> Spell)
{
    public bool Holds => IsLeast ? Is >= ShallBe : Is <= ShallBe;

    public string Figure => double.IsFinite(Is) ? Spell(Is) : "no answer";

    public string Bound => (IsLeast ? "at least " : "at most ") + Spell(ShallBe);

    public string Verdict => Holds ? "holds" : double.IsFinite(Is) ? $"**misses by {Count(Math.Abs(Is / ShallBe - 1) * 100)} %**" : "**misses**";

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
