using Engagement.ClickHouse;

namespace Engagement.Courses;

/// <summary>The outlines there are, declared and inferred, asked by people. Thread-safe; errors as <see cref="ClickHouseClient"/> has them.</summary>
public sealed class OutlineHistory(ClickHouseClient clickHouse)
{
    private sealed record SummaryRow(string CourseId, string Title, bool IsInferred, string Version, int Versions, int Sections, long FromUs);

    // Times go as microseconds: JSON knows none.
    private sealed record SectionRow(
        string Version, bool IsInferred, string CourseTitle, string Mode, long ValidFromUs, long ReceivedUs, long FromUs, long UntilUs,
        string SectionId, string Title, string Kind, string[] Activities, long? ExpectedUs, bool? Required, long? OwnIdleUs, long? OwnFloorUs,
        long? DueUs, double? Weight, long IdleUs, long FloorUs);

    /// <summary>The courses, by title.</summary>
    public async Task<List<OutlineSummary>> CoursesAsync(CancellationToken cancel = default)
    {
        var rows = await clickHouse.ListAsync<SummaryRow>("""
            SELECT course_id, anyIf(s.course_title, is_in_force) AS title, anyIf(s.is_inferred, is_in_force) AS is_inferred, anyIf(s.version, is_in_force) AS version,
                uniqExact(s.version) AS versions, countIf(is_in_force) AS sections, anyIf(s.from_us, is_in_force) AS from_us
            FROM (SELECT *, toUnixTimestamp64Micro(now64(6)) >= from_us AND toUnixTimestamp64Micro(now64(6)) < until_us AS is_in_force FROM course_sections) AS s
            GROUP BY course_id
            HAVING sections > 0
            ORDER BY title, course_id
            """, cancel: cancel);
        return rows.ConvertAll(r => new OutlineSummary(r.CourseId, r.Title, r.IsInferred, r.Version, r.Versions, r.Sections, Bound(r.FromUs)));
    }

    /// <summary>Every version of a course's outline in the order in which they come into force: the declared ones, or else the
    /// inferred one. Empty where the course has none.</summary>
    public async Task<List<OutlineVersion>> VersionsAsync(string courseId, CancellationToken cancel = default)
    {
        var rows = await clickHouse.ListAsync<SectionRow>("""
            SELECT s.version AS version, s.is_inferred AS is_inferred, s.course_title AS course_title, s.mode AS mode,
                toUnixTimestamp64Micro(s.valid_from) AS valid_from_us, toUnixTimestamp64Micro(o.received_at) AS received_us,
                s.from_us AS from_us, s.until_us AS until_us,
                s.section_id AS section_id, s.title AS title, s.kind AS kind, s.activities AS activities, s.expected_us AS expected_us,
                s.required AS required, o.idles[s.position] AS own_idle_us, o.floors[s.position] AS own_floor_us,
                toUnixTimestamp64Micro(s.due_at) AS due_us, s.weight AS weight, s.idle_us AS idle_us, s.floor_us AS floor_us
            FROM course_sections AS s
            INNER JOIN
            (
                SELECT version, (origin = 'inferred')::Bool AS is_inferred, received_at, sections.idle_us AS idles, sections.floor_us AS floors
                FROM course_outlines FINAL WHERE course_id = {course:String}
            ) AS o ON o.version = s.version AND o.is_inferred = s.is_inferred
            WHERE s.course_id = {course:String}
            ORDER BY s.valid_from, s.version, s.position
            """, [("course", courseId)], cancel);
        return [.. rows.GroupBy(row => row.Version).Select(version => Version(courseId, [.. version]))];
    }

    /// <summary>How many learners' statements the inferred outline of a course was drafted from.</summary>
    public async Task<long> LearnersBehindAsync(string courseId, CancellationToken cancel = default) =>
        (await clickHouse.ListAsync<Count>("""
            SELECT uniqExact(learner_id) AS learners FROM learner_activities FINAL WHERE course_id = {course:String} AND activity_id != course_id
            """, [("course", courseId)], cancel)).Single().Learners;

    private static OutlineVersion Version(string courseId, SectionRow[] rows)
    {
        var first = rows[0];
        var outline = new CourseOutline(courseId, first.CourseTitle, first.IsInferred ? OutlineVersion.DraftVersion : first.Version, first.Mode,
            [.. rows.Select(Section)]);
        return new OutlineVersion(outline, first.IsInferred, Time(first.ValidFromUs), Time(first.ReceivedUs),
            Bound(first.FromUs), Bound(first.UntilUs), [.. rows.Select(row => new SectionLimits(row.IdleUs / 1e6m, row.FloorUs / 1e6m))]);
    }

    private static OutlineSection Section(SectionRow row) => new(
        row.SectionId, row.Title, row.Kind, row.Activities, row.ExpectedUs / 1e6m, row.Required, row.OwnIdleUs / 1e6m, row.OwnFloorUs / 1e6m,
        row.DueUs is { } due ? Time(due) : null, row.Weight);

    // The view has the ends of the integers for what has no bound.
    private static DateTimeOffset? Bound(long micros) => micros is <= -long.MaxValue or long.MaxValue ? null : Time(micros);

    private static DateTimeOffset Time(long micros) => DateTimeOffset.UnixEpoch.AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    private sealed record Count(long Learners);
}
