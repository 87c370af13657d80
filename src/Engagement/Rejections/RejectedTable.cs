using System.Globalization;
using Engagement.Ingest;
using Engagement.Ingest.Rejections;
using Engagement.Reports;
using Spectre.Console;

namespace Engagement.Rejections;

/// <summary>Rejections for a person at a terminal.</summary>
internal static class RejectedTable
{
    /// <param name="console">Gets the table.</param>
    /// <param name="groups">What was refused.</param>
    /// <param name="letters">Letters of the examples, to be shown; null: they are not asked for.</param>
    public static void Print(IAnsiConsole console, IReadOnlyList<RejectionGroup> groups, IReadOnlyDictionary<LetterPlace, Letter>? letters)
    {
        if (groups.Count == 0)
        {
            console.WriteLine("Nothing was rejected.");
            return;
        }

        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = true };
        table.AddColumn(new TableColumn("count").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("rule").NoWrap());
        table.AddColumn("sent by");
        table.AddColumn(new TableColumn("first and last (UTC)").NoWrap());
        table.AddColumn("the last one, and what to change");
        foreach (var group in groups)
            table.AddRow(new[]
            {
                Number(group.Count) + (group.Replayed > 0 ? $"\n{Number(group.Replayed)} sent again" : ""),
                group.Rule,
                group.Emitter.Length > 0 ? group.Emitter : "unknown",
                $"{Terminal.Time(group.FirstAt)}\n{Terminal.Time(group.LastAt)}",
                $"{Place(group)} at {group.Path}: {group.Reason}\n→ {RejectionAdvice.Of(group.Rule)}",
            }.Select(cell => new Text(cell)));
        console.Write(table);
        if (letters is null) return;
        console.WriteLine("What follows are the bytes as they were sent. They may name people: keep them to yourself.");
        foreach (var group in groups)
        {
            console.WriteLine();
            console.WriteLine($"{group.Rule}, {Place(group)}:");
            console.WriteLine(LetterText.Of(letters[group.Letter]));
        }
    }

    private static string Place(RejectionGroup group) =>
        string.Create(CultureInfo.InvariantCulture, $"{group.Topic}/{group.Partition} offset {group.Offset}") + (group.Index > 0 ? $"[{Number(group.Index)}]" : "");

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
