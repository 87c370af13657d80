using Engagement.Benchmarks.Reports;
using static Engagement.Benchmarks.Reports.Spelled;

namespace Engagement.Benchmarks.Metrics;

/// <summary>Sizes side by side, after each but the first a factor: how much it is of the one before.</summary>
internal static class SizeColumns
{
    public static IEnumerable<string> Head(IReadOnlyList<SizeFigures> sizes) =>
        sizes.SelectMany((size, i) => i == 0 ? [Count(size.Size)] : new[] { Count(size.Size), "factor" });

    /// <param name="sizes">All.</param>
    /// <param name="cell">A size's text.</param>
    /// <param name="weight">What the factor compares; null: nothing to compare.</param>
    public static IEnumerable<string> Cells(IReadOnlyList<SizeFigures> sizes, Func<SizeFigures, string> cell, Func<SizeFigures, double?> weight) =>
        sizes.SelectMany((size, i) => i == 0 ? [cell(size)] : new[] { cell(size), weight(size) / weight(sizes[i - 1]) is { } factor ? Factor(factor) : "" });
}
