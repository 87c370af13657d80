using Engagement.Alerts.Raising;
using Engagement.ClickHouse;

namespace Engagement.Alerts.Keeping;

/// <summary>
/// The alerts in ClickHouse. One worker writes events, so that no two changes are made of one state; rows have ids that follow from what they
/// are, so that a row that comes twice is one. Thread-safe. Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public sealed class AlertStore(ClickHouseClient clickHouse)
{
    private const string Events = "SELECT * FROM alert_events FINAL WHERE {0} ORDER BY alert_id, sequence SETTINGS date_time_output_format = 'iso'";

    /// <summary>All at once or, where this fails, perhaps not at all: whoever calls looks again before it goes on.</summary>
    public Task AppendAsync(IReadOnlyList<AlertEvent> events, CancellationToken cancel) => clickHouse.InsertRowsAsync("alert_events", events, cancel);

    /// <summary>The events of these alerts, by alert, in sequence.</summary>
    public async Task<ILookup<Guid, AlertEvent>> EventsAsync(IReadOnlyCollection<Guid> alerts, CancellationToken cancel) =>
        (await clickHouse.ListAsync<AlertEvent>(string.Format(null, Events, "alert_id IN {ids:Array(UUID)}"), [("ids", alerts)], cancel)).ToLookup(e => e.AlertId);

    /// <summary>Events by their own ids, oldest first.</summary>
    public Task<List<AlertEvent>> EventsByIdAsync(IReadOnlyCollection<Guid> events, CancellationToken cancel) =>
        clickHouse.ListAsync<AlertEvent>("""
            SELECT * FROM alert_events FINAL WHERE event_id IN {ids:Array(UUID)} ORDER BY recorded_at, alert_id, sequence SETTINGS date_time_output_format = 'iso'
            """, [("ids", events)], cancel);

    /// <summary>Every alert there has been.</summary>
    public Task<List<PastAlert>> PastAsync(CancellationToken cancel) => clickHouse.ListAsync<PastAlert>("""
        SELECT course_id, learner_id, facilitator_id, cause, raised_at, (closed_at IS NOT NULL)::Bool AS is_over FROM alerts
        SETTINGS date_time_output_format = 'iso'
        """, cancel: cancel);
}
