using Engagement.ClickHouse;

namespace Engagement.Alerts.Changing;

/// <summary>
/// What people ask to be changed, and what came of it. Whoever asks (the pages) writes here; the one worker that changes alerts answers. Thread-safe.
/// Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public sealed class AlertActions(ClickHouseClient clickHouse)
{
    private const string Columns = "SELECT action_id, alert_id, course_id, learner_id, account, kind, snoozed_until, asked_at, answered_at, refusal, row_version FROM alert_actions FINAL ";
    private const string Iso = " SETTINGS date_time_output_format = 'iso'";

    /// <summary>The same action may be asked for again, with the same id: it is made once.</summary>
    public Task AskAsync(AlertAction action, CancellationToken cancel) => clickHouse.InsertRowsAsync("alert_actions", [action], cancel);

    /// <summary>Null: never asked for.</summary>
    public async Task<AlertAction?> ReadAsync(Guid action, CancellationToken cancel) =>
        (await clickHouse.ListAsync<AlertAction>(Columns + "WHERE action_id = {id:UUID}" + Iso, [("id", action)], cancel)).SingleOrDefault();

    internal Task<List<AlertAction>> OpenAsync(CancellationToken cancel) =>
        clickHouse.ListAsync<AlertAction>(Columns + "WHERE answered_at IS NULL ORDER BY asked_at, action_id LIMIT 1000" + Iso, cancel: cancel);

    internal Task AnswerAsync(IEnumerable<AlertAction> answered, CancellationToken cancel) => clickHouse.InsertRowsAsync("alert_actions", answered, cancel);
}
