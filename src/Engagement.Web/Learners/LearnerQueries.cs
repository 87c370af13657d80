using Engagement.Metrics.Explanations;
using Engagement.People;
using Engagement.Web.Answers;

namespace Engagement.Web.Learners;

/// <summary>The learners a viewer looks after, by name, and no others. Errors as <see cref="PageReader"/> has them. Thread-safe.</summary>
public sealed class LearnerQueries(PageReader reader, LearnerNames names, LearnerHistory history)
{
    private const string SectionTitles = """
        (SELECT course_id, section_id, argMax(title, c.from_us) AS title, argMax(c.course_title, c.from_us) AS course_title FROM course_sections AS c GROUP BY course_id, section_id)
        """;

    private const string Learners = $$"""
        SELECT c.course_id AS course, c.learner_id AS learner, c.cohort AS cohort, c.registered_at AS registered_at, c.started_at AS started_at, c.last_at AS last_at,
            c.completed_at AS completed_at, c.withdrawn_at AS withdrawn_at, if(r.of > 0 OR r.next_step != '', toString(r.situation), '') AS situation, r.probability AS probability, r.place AS place, r.of AS of,
            arrayMap(reason -> reason.text, r.reasons) AS reasons, r.next_step AS next_step
        FROM course_learners AS c LEFT JOIN risk AS r ON r.course_id = c.course_id AND r.learner_id = c.learner_id
        WHERE (c.course_id, c.learner_id) {{LearnerScope.In}} AND ({course:String} = '' OR c.course_id = {course:String})
            AND if({learner:UUID} = {nobody:UUID}, c.completed_at IS NULL AND c.withdrawn_at IS NULL, c.learner_id = {learner:UUID})
        ORDER BY r.place = 0, r.place, c.course_id, c.learner_id
        LIMIT {most:UInt32} OFFSET {start:UInt32}
        """;

    private const string Sections = $$"""
        SELECT s.section_id AS section, if(t.title = '', s.section_id, t.title) AS title, s.position AS position, s.kind AS kind, toString(status) AS status, visits, open_visits, toFloat64(s.seconds_low) AS seconds_low,
            toFloat64(s.seconds_high) AS seconds_high, responses, first_at, last_at
        FROM section_engagement AS s FINAL GLOBAL LEFT JOIN {{SectionTitles}} AS t ON t.course_id = s.course_id AND t.section_id = s.section_id
        WHERE s.course_id = {course:String} AND s.learner_id = {learner:UUID} AND (s.course_id, s.learner_id) {{LearnerScope.In}}
        ORDER BY s.position
        """;

    private const string Visits = $$"""
        SELECT section_id AS section, started_at, ended_at, toFloat64(v.seconds_low) AS seconds_low, toFloat64(v.seconds_high) AS seconds_high, is_open, is_declared, statements, responses
        FROM visits AS v FINAL
        WHERE v.course_id = {course:String} AND v.learner_id = {learner:UUID} AND (v.course_id, v.learner_id) {{LearnerScope.In}}
        ORDER BY started_at DESC, section_id
        LIMIT {most:UInt32}
        """;

    private const string Asks = $$"""
        SELECT what, section_id AS section, made_at, first_at AS answered_at, seconds / 3600 AS hours_to_answer, is_waiting
        FROM
        (
            SELECT 'feedback' AS what, course_id, learner_id, section_id, submitted_at AS made_at, feedback_at AS first_at, toFloat64(latency_seconds) AS seconds, (waiting_since IS NOT NULL)::Bool AS is_waiting FROM feedback
            UNION ALL
            SELECT 'help', course_id, learner_id, section_id, asked_at, answered_at, toFloat64(latency_seconds), (waiting_since IS NOT NULL)::Bool FROM help
        ) AS a
        WHERE a.course_id = {course:String} AND a.learner_id = {learner:UUID} AND (a.course_id, a.learner_id) {{LearnerScope.In}}
        ORDER BY made_at DESC, section_id
        LIMIT {most:UInt32}
        """;

    private const string Waiting = $$"""
        SELECT what, w.course_id AS course, if(t.course_title = '', w.course_id, t.course_title) AS course_title, w.learner_id AS learner, w.section_id AS section,
            if(t.title = '', w.section_id, t.title) AS section_title, kind, w.since AS waiting_since
        FROM
        (
            SELECT 'feedback' AS what, course_id, learner_id, section_id, kind, waiting_since AS since FROM feedback WHERE waiting_since IS NOT NULL
            UNION ALL
            SELECT 'help', course_id, learner_id, section_id, kind, waiting_since FROM help WHERE waiting_since IS NOT NULL
        ) AS w
        LEFT JOIN {{SectionTitles}} AS t ON t.course_id = w.course_id AND t.section_id = w.section_id
        WHERE (w.course_id, w.learner_id) {{LearnerScope.In}} AND ({course:String} = '' OR w.course_id = {course:String})
        ORDER BY w.since, w.course_id, w.learner_id, w.section_id, what
        LIMIT {most:UInt32} OFFSET {start:UInt32}
        """;

    /// <summary>Who has neither left nor completed, most at risk first; at most one more than a page holds.</summary>
    public async Task<List<LearnerFigures>> ListAsync(Viewer viewer, string course, int start, CancellationToken cancel) =>
        await NamedAsync(viewer, await UnnamedAsync(viewer, course, Guid.Empty, start, cancel), cancel);

    /// <summary>Also who has left or completed; null: none of theirs.</summary>
    public async Task<LearnerFigures?> OneAsync(Viewer viewer, string course, Guid learner, CancellationToken cancel) =>
        (await NamedAsync(viewer, await UnnamedAsync(viewer, course, learner, 0, cancel), cancel)).SingleOrDefault();

    /// <summary>What came of each section, in course order; nothing where the learner is none of theirs.</summary>
    public async Task<IReadOnlyList<LearnerSection>> SectionsAsync(Viewer viewer, string course, Guid learner, CancellationToken cancel) =>
        await reader.ListAsync<LearnerSection>(Sections, Asked(viewer, course, learner, 0), cancel);

    /// <summary>The newest visits; nothing where the learner is none of theirs.</summary>
    public async Task<IReadOnlyList<LearnerVisit>> VisitsAsync(Viewer viewer, string course, Guid learner, CancellationToken cancel) =>
        await reader.ListAsync<LearnerVisit>(Visits, Asked(viewer, course, learner, 0), cancel);

    /// <summary>Where the numbers of a section, or of all where it is empty, come from; null: as <see cref="OneAsync"/>.</summary>
    public async Task<Explanation?> ExplainAsync(Viewer viewer, string course, Guid learner, string section, CancellationToken cancel)
    {
        if ((await UnnamedAsync(viewer, course, learner, 0, cancel)).Count == 0 || await history.ReadAsync(learner, course, cancel) is not { } record) return null;
        var told = Explainer.Explain(record);
        return section.Length == 0 ? told : told.About(section);
    }

    /// <summary>What they handed in and asked, newest first; nothing where the learner is none of theirs.</summary>
    public async Task<IReadOnlyList<LearnerAsk>> AsksAsync(Viewer viewer, string course, Guid learner, CancellationToken cancel) =>
        await reader.ListAsync<LearnerAsk>(Asks, Asked(viewer, course, learner, 0), cancel);

    /// <summary>What waits for feedback or an answer, oldest first; at most one more than a page holds.</summary>
    public async Task<List<WaitingFigures>> WaitingAsync(Viewer viewer, string course, int start, CancellationToken cancel)
    {
        var rows = await reader.ListAsync<WaitingFigures>(Waiting, Asked(viewer, course, Guid.Empty, start), cancel);
        var known = await names.ReadAsync(viewer, rows.Select(row => row.Learner), cancel);
        return rows.ConvertAll(row => row with { Name = known.GetValueOrDefault(row.Learner) });
    }

    private Task<List<LearnerFigures>> UnnamedAsync(Viewer viewer, string course, Guid learner, int start, CancellationToken cancel) =>
        reader.ListAsync<LearnerFigures>(Learners, Asked(viewer, course, learner, start), cancel);

    private async Task<List<LearnerFigures>> NamedAsync(Viewer viewer, List<LearnerFigures> rows, CancellationToken cancel)
    {
        var known = await names.ReadAsync(viewer, rows.Select(row => row.Learner), cancel);
        return rows.ConvertAll(row => row with { Name = known.GetValueOrDefault(row.Learner) });
    }

    private static (string, object?)[] Asked(Viewer viewer, string course, Guid learner, int start) =>
        [("course", course), ("learner", learner), ("nobody", Guid.Empty), ("most", Paging.MostItems + 1), ("start", start), .. LearnerScope.Of(viewer)];
}
