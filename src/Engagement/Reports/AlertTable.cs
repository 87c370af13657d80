using System.Globalization;
using Engagement.ClickHouse;
using Spectre.Console;

namespace Engagement.Reports;

/// <summary>The alerts that are not over, course by course. A learner is the beginning of a pseudonym.</summary>
internal sealed class AlertTable(ClickHouseClient client, TimeProvider clock)
{
    private const string Query =
        """
        SELECT a.course_id AS course_id, toString(a.learner_id) AS learner, replaceAll(toString(a.cause), '-', ' ') AS cause, toString(a.state) AS state,
            a.snoozed_until AS snoozed_until, a.reasons.text AS reasons, a.raised_at AS raised_at
        FROM alerts AS a
        WHERE NOT a.is_held_back AND a.closed_at IS NULL AND position(a.course_id, {course:String}) > 0
        ORDER BY a.course_id, a.cause, a.waiting_since, a.score DESC, a.raised_at, a.alert_id
        SETTINGS date_time_output_format = 'iso'
        """;

    public async Task PrintAsync(IAnsiConsole console, string course, CancellationToken cancel)
    {
        var rows = await client.ListAsync<Row>(Query, [("course", course)], cancel);
        if (rows.Count == 0)
        {
            console.WriteLine("There is no alert that is not over. The role alerts of 'serve' raises them.");
            return;
        }
        foreach (var group in rows.GroupBy(row => row.CourseId))
        {
            console.WriteLine($"{Terminal.Readable(group.Key)}: {Terminal.Count(group.Count(), "alert")}");
            console.Write(Table(group));
        }
    }

    private Table Table(IEnumerable<Row> rows)
    {
        var table = new Table().Border(TableBorder.Horizontal);
        table.ShowRowSeparators = true;
        foreach (var name in (string[])["learner", "cause", "state"]) table.AddColumn(new TableColumn(name).NoWrap());
        table.AddColumn("why").AddColumn(new TableColumn("raised (UTC)").NoWrap());
        foreach (var row in rows)
            table.AddRow(new[] { row.Learner[..8], row.Cause, State(row), string.Join('\n', row.Reasons), Terminal.Time(row.RaisedAt) }.Select(cell => new Text(cell)));
        return table;
    }

    private string State(Row row) => row.SnoozedUntil is { } until && until > clock.GetUtcNow()
        ? string.Create(CultureInfo.InvariantCulture, $"{row.State}\nput off to {Terminal.Time(until)}")
        : row.State;

    private sealed record Row(string CourseId, string Learner, string Cause, string State, DateTimeOffset? SnoozedUntil, string[] Reasons, DateTimeOffset RaisedAt);
}
