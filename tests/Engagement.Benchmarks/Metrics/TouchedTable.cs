using Engagement.Benchmarks.Reports;
using static Engagement.Benchmarks.Reports.Spelled;

namespace Engagement.Benchmarks.Metrics;

/// <summary>The numbers of a few learners, computed again.</summary>
internal static class TouchedTable
{
    public static string Of(MetricsResult result)
    {
        var sizes = result.Sizes;
        var table = new MarkdownTable(["learners", .. SizeColumns.Head(sizes)]);
        foreach (var few in sizes.GroupBy(size => result.Counts.FewOf(size.Size), size => Count(size.Size)))
            Row($"{Count(few.Key)} (0.01 % at {string.Join(" and ", few)})", size => size.TouchedBy(few.Key), touched => touched.Median);
        Row("1 % of all", size => size.TouchedMany, touched => touched.Median / touched.Statements);
        return table.ToString();

        void Row(string name, Func<SizeFigures, TouchedLearners> of, Func<TouchedLearners, double> weight) =>
            table.Row([name, .. SizeColumns.Cells(sizes, size => Cell(of(size)), size => weight(of(size)))]);
    }

    private static string Cell(TouchedLearners touched) =>
        $"{Seconds(touched.Median)} s: {Count(touched.Learners)} with {Count(touched.Statements)}, {Count(touched.Statements / touched.Median)}/s";
}
