using Engagement.Benchmarks.Reports;
using static Engagement.Benchmarks.Reports.Spelled;

namespace Engagement.Benchmarks.Metrics;

/// <summary>What was made, and the room it takes.</summary>
internal static class StatementsTable
{
    public static string Of(IReadOnlyList<SizeFigures> sizes)
    {
        var table = new MarkdownTable(["", .. SizeColumns.Head(sizes)]);
        Row("statements", made => Count(made.Statements), _ => null);
        Row("learners", made => Count(made.Learners), _ => null);
        Row("courses", made => Count(made.Courses), _ => null);
        Row("seconds to make them", made => Seconds(made.Effort.Seconds), made => made.Effort.Seconds / made.Statements);
        Row("made a second", made => Count(made.Statements / made.Effort.Seconds), _ => null);
        Row("bytes a statement on disk, `statements`", made => Bytes((double)made.StatementBytes / made.Statements), made => (double)made.StatementBytes / made.Statements);
        Row("bytes a statement on disk, `statement_contents`", made => Bytes((double)made.ContentBytes / made.Statements), made => (double)made.ContentBytes / made.Statements);
        table.Row(["bytes a statement on disk, all results", .. SizeColumns.Cells(sizes, size => Bytes(Results(size)), size => Results(size))]);
        return table.ToString();

        void Row(string name, Func<MadeStatements, string> cell, Func<MadeStatements, double?> weight) =>
            table.Row([name, .. SizeColumns.Cells(sizes, size => cell(size.Made), size => weight(size.Made))]);

        double Results(SizeFigures size) => (double)size.ResultBytes / size.Made.Statements;
    }
}
