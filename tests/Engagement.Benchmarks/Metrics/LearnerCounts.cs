namespace Engagement.Benchmarks.Metrics;

/// <summary>
/// How many learners are touched at each size: a hundredth of those that are there, and one in ten thousand of those of every
/// size, so that the same number is touched at all of them.
/// </summary>
/// <param name="sizes">All that are measured.</param>
/// <param name="first">The first that was made; at the others there are learners in proportion.</param>
internal sealed class LearnerCounts(IReadOnlyList<long> sizes, MadeStatements first)
{
    private const double Many = 0.01;
    private const double Few = 0.0001;

    /// <summary>One in ten thousand of a size's learners, at least one.</summary>
    public long FewOf(long size) => Math.Max(1, (long)Math.Round(Few * first.Learners / first.Statements * size));

    /// <summary>To touch where there are so many learners; the share where it is not the number that matters.</summary>
    public IEnumerable<(double? Share, long Count)> At(long learners) =>
    [
        .. sizes.Select(FewOf).Distinct().Order().Select(count => ((double?)null, count)),
        (Many, Math.Max(1, (long)Math.Round(Many * learners))),
    ];
}
