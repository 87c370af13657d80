using System.Reflection;
using Engagement.ClickHouse;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Erasure.Retention;

/// <summary>
/// Deletes what is older than it may be. A learner's course goes as a whole, once their last statement in it is older than the limit:
/// a course cut in half would have numbers that nobody can explain. May be repeated, and may die half way: what is left is due again.
/// One at a time. Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public sealed class RetentionRun(ClickHouseClient clickHouse, MetricsRun metrics, IOptions<RetentionOptions> options, TimeProvider time)
{
    // DISTINCT makes the subqueries unlike: see LearnerTable.Mutations.
    private const string StatementsGone = "learner_id IN (SELECT learner_id FROM retention_due) AND (learner_id, statement_id) NOT IN (SELECT learner_id, statement_id FROM statements WHERE learner_id IN (SELECT DISTINCT learner_id FROM retention_due))";

    private const string FeedbackGone = "role = 'feedback' AND (learner_id, statement_id) NOT IN (SELECT learner_id, statement_id FROM statements WHERE role = 'feedback')";

    // Of no course, so the default limit holds.
    private static readonly (string Table, string Time)[] Aged = [("rejected_events", "rejected_at"), ("replayed_rejections", "replayed_at"), ("conflicts", "found_at"), ("identity_reads", "read_at")];

    private static readonly string[] WorkTables = ["retention_due", "retention_contexts"];

    /// <summary>Learners of courses that would be deleted now, by course.</summary>
    public Task<List<DueCourse>> DueAsync(CancellationToken cancel = default) => clickHouse.ListAsync<DueCourse>(
        $"SELECT course_id, count() AS learners, formatDateTime(min(d.last_at), '%FT%TZ') AS oldest_at, formatDateTime(any(d.before), '%FT%TZ') AS before FROM ({Sql("due")}) AS d GROUP BY course_id ORDER BY course_id",
        Limits(), cancel);

    /// <summary>Rows of no course that would be deleted now, by table.</summary>
    public async Task<List<TableCount>> AgedAsync(CancellationToken cancel = default)
    {
        var counts = new List<TableCount>();
        if (Before is not { } before) return counts;
        foreach (var (table, at) in Aged)
            counts.AddRange(await clickHouse.ListAsync<TableCount>($"SELECT '{table}' AS table, count() AS rows FROM {table} WHERE {at} < {{before:DateTime64(6, 'UTC')}}", [("before", before)], cancel));
        return counts;
    }

    /// <summary>Deletes it.</summary>
    public async Task<RetentionResult> RunAsync(CancellationToken cancel = default)
    {
        var due = options.Value.IsLimited ? await DueAsync(cancel) : [];
        var aged = await AgedAsync(cancel);
        if (due.Count > 0) await DeleteCoursesAsync(cancel);
        foreach (var (table, at) in Aged.Where(one => aged.Any(count => count.Table == one.Table && count.Rows > 0)))
            await clickHouse.ExecuteAsync($"ALTER TABLE {table} DELETE WHERE {at} < {{before:DateTime64(6, 'UTC')}} SETTINGS mutations_sync = 2", [("before", Before)], cancel: cancel);
        return new RetentionResult(due.Sum(course => course.Learners), due.Count, aged.Sum(table => table.Rows));
    }

    private DateTimeOffset? Before => options.Value.Months == 0 ? null : time.GetUtcNow().AddMonths(-options.Value.Months);

    private async Task DeleteCoursesAsync(CancellationToken cancel)
    {
        await EmptyAsync(cancel);
        await clickHouse.ExecuteAsync($"INSERT INTO retention_due (course_id, learner_id, last_at, before) {Sql("due")}", Limits(), cancel: cancel);
        await clickHouse.ExecuteAsync(Sql("contexts"), cancel: cancel);
        // A run under way has read what goes now, and would write it again.
        await metrics.SetAsideAsync(cancel);
        foreach (var course in await clickHouse.ListAsync<Limit>("SELECT course_id, toString(any(d.before)) AS before FROM retention_due AS d GROUP BY course_id ORDER BY course_id", cancel: cancel))
            foreach (var gone in new[] { "feedback", "statements" })
                await clickHouse.ExecuteAsync(Sql(gone), [("course", course.CourseId), ("before", course.Before)], cancel: cancel);
        await DeleteAsync("statement_refs", $"{StatementsGone} OR {FeedbackGone}", cancel);
        await DeleteAsync("statement_contents", StatementsGone, cancel);
        // Enrolments last: they say what is due.
        foreach (var table in LearnerTables.OfLearners.Where(table => table.IsByCourse).OrderBy(table => table.Name == "enrolments"))
            await DeleteAsync(table.Name, "(course_id, learner_id) IN (SELECT course_id, learner_id FROM retention_due)", cancel);
        // Visits in other courses may have ended where one in this course began, long ago; and what was left for a kept course is computed.
        await clickHouse.ExecuteAsync("""
            INSERT INTO touches (touch_id, learner_id, touched_at)
            SELECT generateUUIDv4(), learner_id, now64(6) FROM (SELECT DISTINCT learner_id FROM statements WHERE learner_id IN (SELECT learner_id FROM retention_due))
            """, cancel: cancel);
        await EmptyAsync(cancel);
    }

    private Task DeleteAsync(string table, string rows, CancellationToken cancel) =>
        clickHouse.ExecuteAsync($"ALTER TABLE {table} DELETE WHERE {rows} SETTINGS mutations_sync = 2", cancel: cancel);

    private async Task EmptyAsync(CancellationToken cancel)
    {
        foreach (var table in WorkTables) await clickHouse.ExecuteAsync($"TRUNCATE TABLE {table}", cancel: cancel);
    }

    private (string, object?)[] Limits() =>
    [
        ("courses", options.Value.Courses.Select(course => course.Course).DefaultIfEmpty("")), ("months", options.Value.Courses.Select(course => course.Months).DefaultIfEmpty(options.Value.Months)),
        ("default_months", options.Value.Months), ("now", time.GetUtcNow()),
    ];

    private static string Sql(string name) => ClickHouse.Sql.File(Assembly.GetExecutingAssembly(), "Retention", name);

    private sealed record Limit(string CourseId, string Before);
}

/// <summary>Learners of a course who are due to be deleted from it.</summary>
/// <param name="CourseId">Which.</param>
/// <param name="Learners">How many.</param>
/// <param name="OldestAt">The oldest of their last statements.</param>
/// <param name="Before">A last statement before this is too old.</param>
public sealed record DueCourse(string CourseId, long Learners, DateTimeOffset OldestAt, DateTimeOffset Before);

/// <summary>What was deleted.</summary>
/// <param name="Learners">Learners of courses.</param>
/// <param name="Courses">Courses these were in.</param>
/// <param name="AgedRows">Rows of no course.</param>
public sealed record RetentionResult(long Learners, int Courses, long AgedRows);
