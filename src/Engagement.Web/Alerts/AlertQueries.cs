using Engagement.Alerts;
using Engagement.People;
using Engagement.People.Identity;
using Engagement.Web.Answers;
using Engagement.Web.Learners;

namespace Engagement.Web.Alerts;

/// <summary>
/// Alerts of the learners a viewer looks after, by name, and no others; what is held back is shown to nobody. Errors as <see cref="PageReader"/> has
/// them. Thread-safe.
/// </summary>
public sealed class AlertQueries(PageReader reader, LearnerNames names, Identities identities, TimeProvider clock)
{
    private const string Columns = $$"""
        SELECT alert_id AS id, a.course_id AS course, t.title AS course_title, a.learner_id AS learner, a.cohort AS cohort, state, cause, situation,
            if(is_shown, score, NULL) AS probability, waiting_since, reasons, next_step, raised_at, changed_at, snoozed_until, contacted_at, closed_at, why,
            (owner != toUUID('00000000-0000-0000-0000-000000000000'))::Bool AS is_taken, (owner = {account:UUID})::Bool AS is_mine
        FROM alerts AS a
        LEFT JOIN (SELECT course_id, argMax(o.title, o.valid_from) AS title FROM course_outlines AS o FINAL GROUP BY course_id) AS t ON t.course_id = a.course_id
        WHERE NOT is_held_back AND (a.course_id, a.learner_id) {{LearnerScope.In}}
        """;

    private const string InOrder = """

            AND has({states:Array(String)}, toString(state)) AND ({course:String} = '' OR a.course_id = {course:String})
            AND ({learner:UUID} = {nobody:UUID} OR a.learner_id = {learner:UUID})
            AND ({snoozed:Bool} OR snoozed_until IS NULL OR snoozed_until <= {now:DateTime64(3)})
        ORDER BY closed_at IS NOT NULL, closed_at DESC, cause, waiting_since, score DESC, raised_at, alert_id
        LIMIT {most:UInt32} OFFSET {start:UInt32}
        """;

    private const string Steps = """
        SELECT kind AS change, event_id, at, by, why, snoozed_until FROM alert_events FINAL WHERE alert_id = {alert:UUID} ORDER BY sequence
        """;

    /// <summary>Most urgent first, then those that are over, the newest first; at most one more than a page holds.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="wanted">Which of them.</param>
    /// <param name="start">How many to leave out.</param>
    /// <param name="cancel">Stops asking.</param>
    public async Task<List<AlertFigures>> ListAsync(Viewer viewer, AlertsWanted wanted, int start, CancellationToken cancel) =>
        await NamedAsync(viewer, await reader.ListAsync<AlertFigures>(Columns + InOrder,
        [
            ("account", viewer.Account), ("states", wanted.States.Select(state => state.ToString().ToLowerInvariant()).ToArray()), ("course", wanted.Course),
            ("learner", wanted.Learner), ("nobody", Guid.Empty), ("snoozed", wanted.WithSnoozed), ("now", clock.GetUtcNow()), ("most", Paging.MostItems + 1), ("start", start), .. LearnerScope.Of(viewer),
        ], cancel), cancel);

    /// <summary>Null: there is none, or it is none of theirs.</summary>
    public async Task<AlertFigures?> OneAsync(Viewer viewer, Guid alert, CancellationToken cancel) =>
        (await NamedAsync(viewer, await reader.ListAsync<AlertFigures>(Columns + " AND alert_id = {alert:UUID}",
            [("account", viewer.Account), ("alert", alert), .. LearnerScope.Of(viewer)], cancel), cancel)).SingleOrDefault();

    /// <summary>What happened to an alert, first to last.</summary>
    /// <param name="viewer">Who asks.</param>
    /// <param name="alert">As <see cref="OneAsync"/> gave it to them.</param>
    /// <param name="cancel">Stops asking.</param>
    public async Task<IReadOnlyList<AlertStep>> HistoryAsync(Viewer viewer, AlertFigures alert, CancellationToken cancel)
    {
        var rows = await reader.ListAsync<Step>(Steps, [("alert", alert.Id)], cancel);
        var notes = await identities.NotesAsync(viewer, alert.Id, cancel);
        return [.. rows.Select(row => new AlertStep(row.Change, row.At, row.By == viewer.Account, row.By != Guid.Empty, row.Why, row.SnoozedUntil, notes.GetValueOrDefault(row.EventId)))];
    }

    private async Task<List<AlertFigures>> NamedAsync(Viewer viewer, List<AlertFigures> alerts, CancellationToken cancel)
    {
        var known = await names.ReadAsync(viewer, alerts.Select(alert => alert.Learner), cancel);
        return alerts.ConvertAll(alert => alert with
        {
            Name = known.GetValueOrDefault(alert.Learner),
            CourseTitle = alert.CourseTitle.Length > 0 ? alert.CourseTitle : alert.Course,
        });
    }

    private sealed record Step(AlertChange Change, Guid EventId, DateTimeOffset At, Guid By, string Why, DateTimeOffset? SnoozedUntil);
}

/// <summary>Which alerts are asked for.</summary>
/// <param name="States">Those in one of these.</param>
/// <param name="Course">Of this one; empty: of any.</param>
/// <param name="Learner">Of this one; empty: of any.</param>
/// <param name="WithSnoozed">Those too that are put off.</param>
public sealed record AlertsWanted(IReadOnlyList<AlertState> States, string Course, Guid Learner, bool WithSnoozed);
