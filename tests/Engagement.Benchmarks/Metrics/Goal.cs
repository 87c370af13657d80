using static Engagement.Benchmarks.Metrics.Spelled;

namespace Engagement.Benchmarks.Metrics;

/// <summary>What a figure shall be.</summary>
/// <param name="What">In words.</param>
/// <param name="Is">The figure.</param>
/// <param name="ShallBe">Its bound.</param>
/// <param name="IsLeast">Whether the bound is the least it shall be, else the most.</param>
/// <param name="Spell">Writes figure and bound.</param>
internal sealed record Goal(string What, double Is, double ShallBe, bool IsLeast, Func<double, string> Spell)
{
    public const double Rate = 1_000_000;
    public const double Peak = 2e9;
    public const double Growth = 1.2;
    public const double TouchedGrowth = 2;

    public bool Holds => IsLeast ? Is >= ShallBe : Is <= ShallBe;

    public string Verdict => Holds ? "holds" : $"**misses by {Math.Abs(Is / ShallBe - 1) * 100:0} %**";

    /// <summary>Seconds that 95 of a hundred readers wait for a page at most.</summary>
    public static double PageSeconds(long size) => size > 10_000_000 ? 1 : 0.2;

    public static IEnumerable<Goal> Of(MetricsResult result)
    {
        foreach (var size in result.Sizes)
        {
            var at = $"at {Count(size.Size)}";
            yield return new Goal($"statements computed a second, into emptied tables, {at}", size.Rate(Effort.Median(size.Emptied)), Rate, true, Count);
            yield return new Goal($"most memory of ClickHouse meanwhile, MB, {at}", size.Emptied.Max(e => e.PeakBytes), Peak, false, bytes => Megabytes((long)bytes));
            var slowest = size.Pages.MaxBy(page => page.Failure is null ? page.P95 : double.PositiveInfinity)!;
            yield return new Goal($"slowest of what pages ask ({slowest.Name}), p95, ms, {at}",
                slowest.Failure is null ? slowest.P95 : double.PositiveInfinity, PageSeconds(size.Size), false, Milliseconds);
        }
        foreach (var (small, large) in result.Sizes.Zip(result.Sizes.Skip(1)))
        {
            var beside = $"at {Count(large.Size)} beside {Count(small.Size)}";
            yield return new Goal($"time a statement, into emptied tables, {beside}",
                small.Rate(Effort.Median(small.Emptied)) / large.Rate(Effort.Median(large.Emptied)), Growth, false, Factor);
            var few = result.Counts.FewOf(large.Size);
            yield return new Goal($"time for {Count(few)} touched learners (0.01 % at {Count(large.Size)}), {beside}",
                large.TouchedBy(few).Median / small.TouchedBy(few).Median, TouchedGrowth, false, Factor);
        }
    }
}
