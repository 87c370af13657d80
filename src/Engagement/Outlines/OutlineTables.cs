using System.Globalization;
using Engagement.Courses;
using Engagement.Reports;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Engagement.Outlines;

/// <summary>Outlines for a person at a terminal. Ids are long, so few columns, with several lines each.</summary>
internal static class OutlineTables
{
    public static void Print(IAnsiConsole console, IReadOnlyList<OutlineSummary> courses)
    {
        if (courses.Count == 0)
        {
            console.WriteLine("There is no outline yet: none was declared, and the metrics worker has not drafted one from statements.");
            return;
        }
        var table = Table("course", "version", "", "in force since (UTC)");
        foreach (var course in courses)
            table.AddRow(
                Lines(course.Title, course.CourseId),
                course.IsInferred ? Lines("inferred") : Lines(course.Version, "declared"),
                Lines(Terminal.Count(course.Sections, "section"), Terminal.Count(course.Versions, "version")),
                Lines(course.InForceFrom is { } from ? Terminal.Time(from) : "always"));
        console.Write(table);
    }

    /// <param name="console">Gets the tables.</param>
    /// <param name="shown">One of the versions.</param>
    /// <param name="versions">All of the course.</param>
    /// <param name="learners">Learners whose statements an inferred outline is drafted from.</param>
    public static void Print(IAnsiConsole console, OutlineVersion shown, IReadOnlyList<OutlineVersion> versions, long learners)
    {
        var outline = shown.Outline;
        console.Write(Lines(outline.Title));
        console.WriteLine();
        var head = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        head.AddRow(Lines("course"), Lines(outline.Course));
        head.AddRow(Lines("version"), Lines(shown.IsInferred ? "none" : outline.Version));
        head.AddRow(Lines("origin"), Lines(shown.IsInferred ? OutlineDraft.Origin(learners) : "declared"));
        if (!shown.IsInferred) head.AddRow(Lines("valid from"), Lines(Terminal.Time(shown.ValidFrom) + " UTC"));
        head.AddRow(Lines("in force"), Lines(OutlinePeriod.Of(shown)));
        head.AddRow(Lines("mode"), Lines(outline.Mode));
        console.Write(head);
        console.Write(Sections(shown));
        console.WriteLine("idle: the longest gap that counts as time on the section; floor: the least time that counts as engagement. With * as the outline says, else by kind and expected time.");
        if (shown.IsInferred) console.WriteLine($"'./engagement course draft {Terminal.Readable(outline.Course)}' writes it as a file to correct and import.");
        else console.Write(Versions(shown, versions));
    }

    private static Table Sections(OutlineVersion shown)
    {
        var table = Table("#", "title, id, activities", "kind", "seconds");
        table.ShowRowSeparators = true;
        foreach (var (i, section) in shown.Outline.Sections.Index())
        {
            var limits = shown.Limits[i];
            table.AddRow(
                Lines(Number(i + 1)),
                new Rows(Lines(section.Title, section.Id), Activities(section)),
                Lines([section.Kind, .. section.Required switch { true => ["required"], false => ["optional"], null => Array.Empty<string>() }]),
                Lines(
                    "expected " + (section.ExpectedSeconds is { } expected ? Number(expected) : "–"),
                    "idle " + Number(limits.IdleSeconds) + (section.IdleSeconds is null ? "" : "*"),
                    "floor " + Number(limits.FloorSeconds) + (section.FloorSeconds is null ? "" : "*")));
        }
        return table;
    }

    private static Grid Activities(OutlineSection section)
    {
        var list = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(1)).AddColumn(new GridColumn().PadRight(0));
        foreach (var activity in section.Activities) list.AddRow(Lines("–"), Lines(activity));
        return list;
    }

    private static Table Versions(OutlineVersion shown, IReadOnlyList<OutlineVersion> versions)
    {
        var table = Table("", "version", "valid from (UTC)", "received (UTC)", "sections");
        foreach (var version in versions)
            table.AddRow(
                Lines(version == shown ? "→" : ""), Lines(version.Outline.Version), Lines(Terminal.Time(version.ValidFrom)),
                Lines(Terminal.Time(version.ReceivedAt)), Lines(Number(version.Outline.Sections.Count)));
        return table;
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns) table.AddColumn(column);
        return table;
    }

    private static IRenderable Lines(params IEnumerable<string> lines) => new Text(string.Join('\n', lines.Select(Terminal.Readable)));

    private static string Number(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
