using Engagement.Benchmarks.Reports;
using static Engagement.Benchmarks.Reports.Spelled;

namespace Engagement.Benchmarks.Metrics;

/// <summary>Times of queries. The factor is of p50, whatever the number of statements.</summary>
internal static class PagesTable
{
    public static string Of(IReadOnlyList<SizeFigures> sizes, Func<SizeFigures, IReadOnlyList<QueryTimes>> of)
    {
        var table = new MarkdownTable(["p50 / p95, ms", .. SizeColumns.Head(sizes)]);
        for (var query = 0; query < of(sizes[0]).Count; query++)
            table.Row([of(sizes[0])[query].Name, .. SizeColumns.Cells(sizes, size => Cell(of(size)[query], MetricsGoals.PageSeconds(size.Size)), size => of(size)[query].Failure is null ? of(size)[query].P50 : null)]);
        return table.ToString();
    }

    private static string Cell(QueryTimes times, double goal)
    {
        if (times.Failure is not null) return $"**{times.Failure}**";
        var p95 = Milliseconds(times.P95);
        return $"{Milliseconds(times.P50)} / {(times.P95 > goal ? $"**{p95}**" : p95)}";
    }
}
