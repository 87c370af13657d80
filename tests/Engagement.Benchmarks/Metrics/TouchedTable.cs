using static Engagement.Benchmarks.Metrics.Spelled;

namespace Engagement.Benchmarks.Metrics;

/// <summary>The numbers of a few learners, computed again.</summary>
internal static class TouchedTable
{
    public static string Of(MetricsResult result)
    {
        var table = new MarkdownTable(["seconds", .. SizeColumns.Head(result.Sizes)]);
        foreach (var few in result.Sizes.GroupBy(size => result.Counts.FewOf(size.Size), size => Count(size.Size)))
            Row($"{Count(few.Key)} learners (0.01 % at {string.Join(" and ", few)})", size => size.TouchedBy(few.Key));
        Row("1 % of the learners", size => size.Touched.Single(t => t.Share is not null));
        return table.ToString();

        void Row(string name, Func<SizeFigures, TouchedLearners> of) => table.Row([name, .. SizeColumns.Cells(result.Sizes, size => Cell(of(size)), size => of(size).Median)]);
    }

    private static string Cell(TouchedLearners touched) =>
        $"{Seconds(touched.Median)} ({Count(touched.Learners)} learners, {Count(touched.Statements / touched.Median)} statements/s)";
}
