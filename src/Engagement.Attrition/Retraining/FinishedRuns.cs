using Engagement.ClickHouse;

namespace Engagement.Attrition.Retraining;

/// <summary>Courses of which a run is over.</summary>
internal static class FinishedRuns
{
    /// <summary>Days after which a cohort without a day of its end counts as gone.</summary>
    private const int QuietDays = 28;

    // A course's own last day where it ends for all; else a cohort's newest statement, once it is so long ago.
    private const string Query =
        """
        SELECT e.course_id AS course_id, toString(max(if(r.is_fixed, r.last_day, e.newest))) AS last_day
        FROM (SELECT course_id, cohort, toDate32(max(last_at)) AS newest FROM enrolments FINAL GROUP BY course_id, cohort) AS e
        LEFT JOIN (SELECT course_id, true AS is_fixed, last_day FROM course_runs FINAL) AS r ON r.course_id = e.course_id
        WHERE if(r.is_fixed, r.last_day < {day:Date32}, e.newest < {day:Date32} - {quiet:UInt16})
        GROUP BY course_id
        """;

    /// <summary>The day the newest finished run of each ended.</summary>
    public static async Task<IReadOnlyDictionary<string, DateOnly>> AskAsync(ClickHouseClient clickHouse, DateOnly day, CancellationToken cancel)
    {
        var runs = await clickHouse.ListAsync<Run>(Query, [("day", day), ("quiet", QuietDays)], cancel);
        return runs.ToDictionary(run => run.CourseId, run => run.LastDay);
    }

    private sealed record Run(string CourseId, DateOnly LastDay);
}
