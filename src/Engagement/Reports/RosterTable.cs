using Engagement.ClickHouse;
using Spectre.Console;

namespace Engagement.Reports;

/// <summary>How many learners the roster has in each course and cohort. No learner and no name.</summary>
internal sealed class RosterTable(ClickHouseClient client)
{
    private const string Query =
        """
        SELECT course_id, cohort, count() AS learners, countIf(withdrawn_at IS NOT NULL) AS withdrawn,
            countIf(facilitator_id = toUUID('00000000-0000-0000-0000-000000000000')) AS alone,
            uniqExactIf(facilitator_id, facilitator_id != toUUID('00000000-0000-0000-0000-000000000000')) AS facilitators
        FROM roster FINAL
        GROUP BY course_id, cohort
        ORDER BY course_id, cohort
        """;

    public async Task PrintAsync(IAnsiConsole console, CancellationToken cancel)
    {
        var table = new Table().Border(TableBorder.Horizontal).AddColumns("course", "cohort");
        foreach (var count in (string[])["learners", "withdrawn", "facilitators", "without one"]) table.AddColumn(new TableColumn(count).RightAligned().NoWrap());
        foreach (var row in await client.ListAsync<Row>(Query, cancel: cancel))
            table.AddRow([.. new[] { row.CourseId, row.Cohort.Length > 0 ? row.Cohort : "–", $"{row.Learners}", $"{row.Withdrawn}", $"{row.Facilitators}", $"{row.Alone}" }
                .Select(cell => new Text(Terminal.Readable(cell)))]);
        if (table.Rows.Count == 0) console.WriteLine("The roster is empty: nothing came on the topic enrolments, and 'people import FILE.csv' was not run.");
        else console.Write(table);
    }

    private sealed record Row(string CourseId, string Cohort, long Learners, long Withdrawn, long Alone, long Facilitators);
}
