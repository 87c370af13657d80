using System.Globalization;
using Engagement.Erasure;
using Engagement.Erasure.Disk;
using Engagement.Explanations;
using Engagement.Reports;
using Spectre.Console;

namespace Engagement.Erasing;

/// <summary>What an erasure found and did, for people.</summary>
internal static class ErasureReport
{
    public static void PrintFound(IAnsiConsole console, HeldLearner held)
    {
        console.WriteLine($"Learner {held.Learner}" + (held.ErasedAt is { } at ? $", erased on {Terminal.Time(at)}" : ""));
        Print(console, held.Counts, counts => counts.Rows.ToString(CultureInfo.InvariantCulture), "rows");
    }

    public static void PrintDone(IAnsiConsole console, ErasureResult result, DiskFindings? disk)
    {
        var left = result.Left.ToDictionary(table => table.Table, table => table.Rows);
        Print(console, result.Found, table => string.Create(CultureInfo.InvariantCulture, $"{table.Rows} → {left[table.Table]}"), "rows, before and now");
        console.WriteLine(result.Left.All(table => table.Rows == 0)
            ? "Counted in every table: nothing is left."
            : "NOT DONE: rows are left, see above. Erase again.");
        console.WriteLine(result.OldParts.Count == 0
            ? "Every part with rows of before is removed from the disk."
            : $"NOT DONE: a query still reads parts of before, so they lie on the disk: {string.Join(", ", result.OldParts)}. Erase again when it has ended.");
        if (disk is null) console.WriteLine("The server's disk is not read from here.");
        else if (disk.Found.Count > 0) console.WriteLine($"NOT DONE: the pseudonym is in {string.Join(", ", disk.Found)}.");
        else console.WriteLine($"Looked for in the bytes of {Terminal.Count(disk.Files, "file")} of the engine, also in what is compressed: not there.");
        if (disk is { UnreadBlocks: > 0 }) console.WriteLine($"{Terminal.Count(disk.UnreadBlocks, "block")} could not be read: compressed in another way than LZ4.");
        if (result.Models.Count == 0) console.WriteLine("No model was trained of days the learner was in a course.");
        foreach (var model in result.Models)
            console.WriteLine($"Model {model.ModelId} ({model.Kind}, trained {Terminal.Time(model.TrainedAt)} of {model.TrainedFrom} to {model.TrainedUntil}) may have learnt from the learner: weights over all, no row.");
    }

    private static void Print(IAnsiConsole console, IReadOnlyList<TableCount> counts, Func<TableCount, string> cell, string title)
    {
        var found = counts.Where(table => table.Rows > 0).ToList();
        if (found.Count == 0)
        {
            console.WriteLine("No table has a row of the learner.");
            return;
        }
        var about = LearnerTables.OfLearners.ToDictionary(table => table.Name, table => table.Why);
        var table = new Table().Border(TableBorder.Horizontal);
        table.AddColumns("table", "what");
        table.AddColumn(new TableColumn(title).RightAligned());
        foreach (var count in found) table.AddRow(new Text(count.Table), new Text(about[count.Table]), new Text(cell(count)));
        console.Write(table);
    }
}
