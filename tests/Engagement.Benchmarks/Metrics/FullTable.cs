using Engagement.Benchmarks.Reports;
using static Engagement.Benchmarks.Reports.Spelled;

namespace Engagement.Benchmarks.Metrics;

/// <summary>All numbers, computed whole.</summary>
internal static class FullTable
{
    public static string Of(IReadOnlyList<SizeFigures> sizes)
    {
        var table = new MarkdownTable("", "statements", "statements/s", "seconds", "lowest to highest", "µs a statement", "factor", "ClickHouse CPU s", "ClickHouse peak MB");
        Rows("first", size => [size.First]);
        Rows("again, into emptied tables", size => size.Emptied);
        Rows("again, over what was there", size => size.Over);
        return table.ToString();

        void Rows(string name, Func<SizeFigures, IReadOnlyList<Effort>> of)
        {
            double? before = null;
            foreach (var size in sizes)
            {
                var (runs, median) = (of(size), Effort.Median(of(size)));
                var each = median.Seconds / size.Made.Statements;
                table.Row(name, Count(size.Made.Statements), Count(size.Rate(median)), Seconds(median.Seconds),
                    $"{Seconds(runs.Min(r => r.Seconds))} to {Seconds(runs.Max(r => r.Seconds))}", Microseconds(each),
                    each / before is { } factor ? Factor(factor) : "", Seconds(median.CpuSeconds), Megabytes(median.PeakBytes));
                before = each;
            }
        }
    }
}
