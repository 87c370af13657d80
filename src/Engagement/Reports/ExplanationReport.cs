using System.Globalization;
using Engagement.Metrics.Explanations;
using Spectre.Console;

namespace Engagement.Reports;

/// <summary>An explanation for a person at a terminal: the statements, the visits, and each section's status with its rule.</summary>
internal static class ExplanationReport
{
    private static readonly Style Beside = new(decoration: Decoration.Dim);

    /// <param name="console">Gets it.</param>
    /// <param name="explanation">Of a course or of one section.</param>
    /// <param name="withRules">Whether the rows of the status table are told one by one.</param>
    public static void Print(IAnsiConsole console, Explanation explanation, bool withRules)
    {
        Line(console, explanation.CourseTitle == explanation.CourseId ? explanation.CourseId : $"{explanation.CourseTitle} ({explanation.CourseId})");
        Line(console, $"learner {explanation.LearnerId}, by {(explanation.IsInferred ? "sections inferred from the statements" : $"outline version {explanation.OutlineVersion}")}"
            + (explanation.ComputedAt is { } computed ? $", computed {Terminal.Time(computed)} UTC" : ""));
        if (explanation.IsPending) Line(console, "Statements or an outline came that are not in these numbers yet: the metrics worker computes them.");
        if (explanation.Differences.Count > 0) Line(console, Different(explanation));
        if (explanation.Sections.Count == 0) Line(console, "The course has no section, so there is no status to explain.");
        if (explanation.Lines.Count == 0) Line(console, "No statement.");
        else console.Write(Lines(explanation));
        if (explanation.Visits.Count > 0) console.Write(Visits(explanation.Visits));
        if (explanation.Sections.Count > 0) console.Write(Sections(explanation));
        foreach (var section in withRules ? explanation.Sections : []) console.Write(Rules(section));
    }

    private static string Different(Explanation explanation) =>
        $"Not all numbers follow from these lines: {explanation.Differences[0].What}"
        + (explanation.Differences.Count > 1 ? $"; and {explanation.Differences.Count - 1} more" : "")
        + (explanation.IsPending ? "." : ". Have the metrics computed again, and report it if it stays.");

    private static Table Lines(Explanation explanation)
    {
        var table = Table(new TableColumn("at (UTC)").RightAligned().NoWrap(), new TableColumn("statement"), Right("gap"), Right("cut-off"), new TableColumn("what counts, and why"));
        ExplainedLine? before = null;
        foreach (var line in explanation.Lines)
        {
            if (line.Number > (before?.Number ?? 0) + 1) table.AddRow("…");
            var style = line.IsBeside || line.IsVoided ? Beside : Style.Plain;
            table.AddRow(new[]
            {
                Time(line.At, before?.At), line.Statement, Seconds(line.GapSeconds), Seconds(line.CutOffSeconds), line.Why,
            }.Select(cell => new Text(Terminal.Readable(cell), style)));
            before = line;
        }
        if (explanation.Statements > before!.Number) table.AddRow("…");
        return table;
    }

    private static Table Visits(IReadOnlyList<ExplainedVisit> visits)
    {
        var table = Table(
            Right("visit"), new TableColumn("section"), new TableColumn("started (UTC)").RightAligned().NoWrap(), Right("statements"), Right("measured"), Right("declared"),
            Right("low"), Right("high"), new TableColumn("ended by"), new TableColumn(""));
        DateTimeOffset? before = null;
        foreach (var visit in visits)
        {
            Row(table, Number(visit.Number), visit.Section, Time(visit.StartedAt, before), Number(visit.Statements), Seconds(visit.MeasuredSeconds),
                Seconds(visit.DeclaredSeconds), Seconds(visit.LowSeconds), Seconds(visit.HighSeconds), visit.End,
                visit.IsOpen ? "open-ended" : visit.IsClipped ? "declared, clipped" : visit.DeclaredSeconds is not null ? "declared" : "");
            before = visit.StartedAt;
        }
        return table;
    }

    private static Table Sections(Explanation explanation)
    {
        var table = Table(Right("#"), new TableColumn("section"), new TableColumn("kind").NoWrap(), Right("visits"), Right("low"), Right("high"), new TableColumn("status").NoWrap(), new TableColumn("why"));
        foreach (var section in explanation.Sections)
            Row(table, Number(section.Position), section.Title == section.Name ? section.Title : $"{section.Name} {section.Title}", section.Kind,
                Number(section.Visits), Seconds(section.LowSeconds), Seconds(section.HighSeconds), section.Status, section.Why);
        var totals = explanation.Totals;
        if (explanation.Sections.Count > 1)
            Row(table, "", "all", "", Number(totals.Visits), Seconds(totals.LowSeconds), Seconds(totals.HighSeconds), "", $"{totals.OpenVisits} of {Terminal.Count(totals.Visits, "visit")} open-ended");
        return table;
    }

    private static Table Rules(ExplainedSection section)
    {
        var table = Table(new TableColumn("rule").NoWrap(), new TableColumn("fits"), new TableColumn("why"));
        foreach (var rule in section.Rules) Row(table, rule.Status, rule.Fits ? "yes" : "no", rule.Why);
        return table;
    }

    private static Table Table(params TableColumn[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns(columns);
        return table;
    }

    private static void Row(Table table, params string[] cells) => table.AddRow(cells.Select(cell => new Text(Terminal.Readable(cell))));

    private static void Line(IAnsiConsole console, string text) => console.WriteLine(Terminal.Readable(text));

    private static TableColumn Right(string name) => new TableColumn(name).RightAligned().NoWrap();

    private static string Time(DateTimeOffset at, DateTimeOffset? before) => at.UtcDateTime.ToString(
        before?.UtcDateTime.Date == at.UtcDateTime.Date ? "HH:mm:ss.FFFFFF" : "yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);

    private static string Seconds(decimal? value) => value is { } seconds ? seconds.ToString("0.######", CultureInfo.InvariantCulture) + " s" : "–";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
