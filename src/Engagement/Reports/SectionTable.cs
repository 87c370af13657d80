using System.Globalization;
using Engagement.ClickHouse;
using Spectre.Console;

namespace Engagement.Reports;

/// <summary>The section table of every course, for a terminal: who reached a section, who did it, who skipped it and how, how long it took.</summary>
public sealed class SectionTable(ClickHouseClient client)
{
    private sealed record Section(
        string CourseId, string CourseTitle, bool IsInferred, int Position, string Title, string Kind, long Reached, long Engaged, long Deferred,
        long Rushed, long Jumped, long Unknown, double? SkipRate, double? Q25, double? Median, double? Q75, double? OpenShare);

    /// <returns>Number of courses printed.</returns>
    public async Task<int> PrintAsync(IAnsiConsole console, CancellationToken cancel)
    {
        var sections = await client.ListAsync<Section>("""
            SELECT course_id, course_title, is_inferred, position, title, kind, reached, engaged, deferred, rushed, jumped, unknown, skip_rate,
                   q25, median, q75, open_share
            FROM section_summary
            ORDER BY course_id, position
            """, cancel: cancel);
        var courses = sections.GroupBy(s => (s.CourseId, s.CourseTitle, s.IsInferred)).ToList();
        foreach (var course in courses) Print(console, course.Key.CourseId, course.Key.CourseTitle, course.Key.IsInferred, course);
        return courses.Count;
    }

    private static void Print(IAnsiConsole console, string id, string title, bool isInferred, IEnumerable<Section> sections)
    {
        console.WriteLine();
        console.WriteLine((title.Length > 0 ? $"{title} ({id})" : id) + (isInferred ? " — sections inferred from the statements, no outline given" : ""));
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        table.AddColumn(new TableColumn("#").RightAligned());
        table.AddColumn("section");
        table.AddColumn(new TableColumn("kind").NoWrap());
        foreach (var figure in new[] { "reached", "engaged", "deferred", "rushed", "jumped", "unknown", "skip rate", "q25 s", "median s", "q75 s", "open-ended" })
            table.AddColumn(new TableColumn(figure).RightAligned().NoWrap());
        foreach (var s in sections)
            table.AddRow(new[]
            {
                Number(s.Position), s.Title, s.Kind, Number(s.Reached), Number(s.Engaged), Number(s.Deferred), Number(s.Rushed), Number(s.Jumped),
                Number(s.Unknown), Share(s.SkipRate), Seconds(s.Q25), Seconds(s.Median), Seconds(s.Q75), Share(s.OpenShare),
            }.Select(cell => new Text(cell)));
        console.Write(table);
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(double? value) => value?.ToString("0", CultureInfo.InvariantCulture) ?? "–";

    private static string Share(double? value) => value is { } share ? share.ToString("0.0 %", CultureInfo.InvariantCulture) : "–";
}
