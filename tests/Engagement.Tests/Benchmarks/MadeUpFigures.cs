using Engagement.Benchmarks.Metrics;

namespace Engagement.Tests.Benchmarks;

/// <summary>What <c>bench metrics</c> might have measured at a million and at ten million statements.</summary>
internal static class MadeUpFigures
{
    public const long Small = 1_000_000;
    public const long Large = 10_000_000;

    public static MetricsResult Of(Func<SizeFigures, SizeFigures>? largest = null)
    {
        var (small, large) = (At(Small), At(Large));
        return new MetricsResult([small, largest?.Invoke(large) ?? large], new LearnerCounts([Small, Large], small.Made), 0.1);
    }

    // 5,000 learners make a million statements: one in ten thousand of them is 1, and at ten million 5.
    private static SizeFigures At(long size) => new(
        size, new MadeStatements(size, size / 200, 20, Full(size, 3), size * 90, size * 50), Full(size, 1.1),
        [Full(size, 0.5), Full(size, 0.8), Full(size, 0.9)], [Full(size, 1)], size * 12,
        [Touched(null, 1), Touched(null, 5), Touched(0.01, size / 20_000)],
        [new QueryTimes(PageQueries.SectionReport, Waits(0.03)), new QueryTimes("help", Waits(0.05))],
        [new QueryTimes("all courses", [7.5])], 12_000_000_000);

    private static Effort Full(long size, double microseconds) => new(size * microseconds / 1e6, size / 1e6, 900_000_000);

    private static TouchedLearners Touched(double? share, long learners) => new(share, learners, learners * 200, [0.5, 0.2, 0.3, 0.25, 9]);

    private static double[] Waits(double median) => [.. Enumerable.Range(1, 50).Select(i => median * i / 25)];
}
