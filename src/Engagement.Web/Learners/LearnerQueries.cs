using Engagement.People;
using Engagement.People.Identity;
using Engagement.Web.Answers;

namespace Engagement.Web.Learners;

/// <summary>The learners a viewer looks after, by name, and no others. Errors as <see cref="PageReader"/> has them. Thread-safe.</summary>
public sealed class LearnerQueries(PageReader reader, Identities identities)
{
    private const string Scope = $"IN (SELECT course_id, learner_id FROM {LearnerScope.Sql})";
    private const string Iso = " SETTINGS date_time_output_format = 'iso'";

    private const string Learners = $$"""
        SELECT c.course_id AS course, c.learner_id AS learner, c.cohort AS cohort, c.registered_at AS registered_at, c.started_at AS started_at, c.last_at AS last_at,
            if(r.of > 0 OR r.next_step != '', toString(r.situation), '') AS situation, r.probability AS probability, r.place AS place, r.of AS of,
            arrayMap(reason -> reason.text, r.reasons) AS reasons, r.next_step AS next_step
        FROM caseload AS c LEFT JOIN risk AS r ON r.course_id = c.course_id AND r.learner_id = c.learner_id
        WHERE (c.course_id, c.learner_id) {{Scope}} AND ({course:String} = '' OR c.course_id = {course:String})
            AND ({learner:UUID} = {nobody:UUID} OR c.learner_id = {learner:UUID})
        ORDER BY r.place = 0, r.place, c.course_id, c.learner_id
        LIMIT {most:UInt32} OFFSET {start:UInt32}
        """;

    private const string Sections = $$"""
        SELECT section_id AS section, position, s.kind AS kind, toString(status) AS status, visits, open_visits, toFloat64(s.seconds_low) AS seconds_low,
            toFloat64(s.seconds_high) AS seconds_high, responses, first_at, last_at
        FROM section_engagement AS s FINAL
        WHERE s.course_id = {course:String} AND s.learner_id = {learner:UUID} AND (s.course_id, s.learner_id) {{Scope}}
        ORDER BY position
        """;

    private const string Visits = $$"""
        SELECT section_id AS section, started_at, ended_at, toFloat64(v.seconds_low) AS seconds_low, toFloat64(v.seconds_high) AS seconds_high, is_open, is_declared, statements, responses
        FROM visits AS v FINAL
        WHERE v.course_id = {course:String} AND v.learner_id = {learner:UUID} AND (v.course_id, v.learner_id) {{Scope}}
        ORDER BY started_at DESC, section_id
        LIMIT {most:UInt32}
        """;

    private const string Waiting = $$"""
        SELECT what, w.course_id AS course, w.learner_id AS learner, section_id AS section, kind, w.since AS waiting_since
        FROM
        (
            SELECT 'feedback' AS what, course_id, learner_id, section_id, kind, waiting_since AS since FROM feedback WHERE waiting_since IS NOT NULL
            UNION ALL
            SELECT 'help', course_id, learner_id, section_id, kind, waiting_since FROM help WHERE waiting_since IS NOT NULL
        ) AS w
        WHERE (w.course_id, w.learner_id) {{Scope}} AND ({course:String} = '' OR w.course_id = {course:String})
        ORDER BY w.since, w.course_id, w.learner_id, section_id, what
        LIMIT {most:UInt32} OFFSET {start:UInt32}
        """;

    /// <summary>Who has neither left nor completed, most at risk first; at most one more than a page holds.</summary>
    public async Task<List<LearnerFigures>> ListAsync(Viewer viewer, string course, int start, CancellationToken cancel) =>
        await NamedAsync(viewer, await reader.ListAsync<LearnerFigures>(Learners + Iso, Asked(viewer, course, Guid.Empty, start), cancel), row => row.Learner, (row, name) => row with { Name = name }, cancel);

    /// <summary>Null: they have left or completed, or are none of theirs.</summary>
    public async Task<LearnerFigures?> OneAsync(Viewer viewer, string course, Guid learner, CancellationToken cancel) => (await NamedAsync(viewer,
        await reader.ListAsync<LearnerFigures>(Learners + Iso, Asked(viewer, course, learner, 0), cancel), row => row.Learner, (row, name) => row with { Name = name }, cancel)).SingleOrDefault();

    /// <summary>What came of each section, in course order; nothing where the learner is none of theirs.</summary>
    public async Task<IReadOnlyList<LearnerSection>> SectionsAsync(Viewer viewer, string course, Guid learner, CancellationToken cancel) =>
        await reader.ListAsync<LearnerSection>(Sections + Iso, Asked(viewer, course, learner, 0), cancel);

    /// <summary>The newest visits; nothing where the learner is none of theirs.</summary>
    public async Task<IReadOnlyList<LearnerVisit>> VisitsAsync(Viewer viewer, string course, Guid learner, CancellationToken cancel) =>
        await reader.ListAsync<LearnerVisit>(Visits + Iso, Asked(viewer, course, learner, 0), cancel);

    /// <summary>What waits for feedback or an answer, oldest first; at most one more than a page holds.</summary>
    public async Task<List<WaitingFigures>> WaitingAsync(Viewer viewer, string course, int start, CancellationToken cancel) => await NamedAsync(viewer,
        await reader.ListAsync<WaitingFigures>(Waiting + Iso, Asked(viewer, course, Guid.Empty, start), cancel), row => row.Learner, (row, name) => row with { Name = name }, cancel);

    private static (string, object?)[] Asked(Viewer viewer, string course, Guid learner, int start) =>
        [("course", course), ("learner", learner), ("nobody", Guid.Empty), ("most", Paging.MostItems + 1), ("start", start), .. LearnerScope.Of(viewer)];

    private async Task<List<T>> NamedAsync<T>(Viewer viewer, List<T> rows, Func<T, Guid> learner, Func<T, string?, T> named, CancellationToken cancel)
    {
        var known = await identities.ReadAsync(IdentityAccess.Of(viewer, ReadPurpose.Page), [.. rows.Select(learner).Distinct()], cancel);
        return rows.ConvertAll(row => named(row, known.GetValueOrDefault(learner(row)) is { Name.Length: > 0 } person ? person.Name : null));
    }
}
