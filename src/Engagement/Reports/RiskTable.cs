using System.Globalization;
using Engagement.ClickHouse;
using Spectre.Console;

namespace Engagement.Reports;

/// <summary>The learners to look after first, course by course.</summary>
/// <param name="client">A migrated database in which learners were scored.</param>
/// <param name="withPseudonyms">Whether it says who they are; another data folder has other pseudonyms.</param>
internal sealed class RiskTable(ClickHouseClient client, bool withPseudonyms = true)
{
    private const string Query =
        """
        SELECT r.course_id AS course_id, toString(r.learner_id) AS learner, r.place AS place, r.of AS of, r.probability AS probability,
            toString(r.situation) AS situation, r.reasons.text AS reasons, r.next_step AS next_step, toString(r.cut) AS cut
        FROM risk AS r
        WHERE position(r.course_id, {course:String}) > 0
        ORDER BY course_id, isNull(place), place, learner
        LIMIT {most:UInt32} BY course_id
        """;

    public async Task PrintAsync(IAnsiConsole console, string course, int most, CancellationToken cancel)
    {
        var rows = await client.ListAsync<Row>(Query, [("course", course), ("most", most)], cancel);
        if (rows.Count == 0)
        {
            console.WriteLine("Nobody is at risk: no learner was active, or registered, in the last 28 days. Of a course that is over, --set Attrition:AsOf=Newest looks back from its end.");
            return;
        }
        foreach (var group in rows.GroupBy(row => row.CourseId))
        {
            console.WriteLine($"{Terminal.Readable(group.Key)}, as of the end of {group.First().Cut}");
            console.Write(Table([.. group]));
        }
    }

    private Table Table(IReadOnlyList<Row> rows)
    {
        var table = new Table().Border(TableBorder.Horizontal);
        table.ShowRowSeparators = true;
        table.AddColumn(new TableColumn("place").RightAligned().NoWrap());
        if (withPseudonyms) table.AddColumn(new TableColumn("learner").NoWrap());
        var areShown = rows.Any(row => row.Probability is not null);
        if (areShown) table.AddColumn(new TableColumn("gives up").RightAligned().NoWrap());
        table.AddColumn(new TableColumn("situation").NoWrap());
        table.AddColumns("why", "what to do");
        foreach (var row in rows)
        {
            var cells = new List<string> { row.Place is { } place ? $"{place} of {row.Of}" : "–" };
            if (withPseudonyms) cells.Add(row.Learner[..8]);
            if (areShown) cells.Add(row.Probability?.ToString("P0", CultureInfo.InvariantCulture) ?? "–");
            cells.AddRange([row.Situation.Replace('-', ' '), string.Join('\n', row.Reasons), row.NextStep]);
            table.AddRow([.. cells.Select(cell => new Text(cell))]);
        }
        return table;
    }

    private sealed record Row(
        string CourseId, string Learner, int? Place, int Of, double? Probability, string Situation, string[] Reasons, string NextStep, string Cut);
}
