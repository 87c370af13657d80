using Engagement.ClickHouse;

namespace Engagement.Alerts.Raising;

/// <summary>Who looks after how many, and how many they can see to. Errors as <see cref="ClickHouseClient"/> has them.</summary>
internal sealed class Caseloads(ClickHouseClient clickHouse, AlertsOptions options)
{
    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);

    public async Task<IReadOnlyList<Caseload>> AskAsync(CancellationToken cancel)
    {
        var wishes = (await clickHouse.ListAsync<Wish>("""
            SELECT facilitator_id, any(toString(a.time_zone)) AS time_zone, min(a.daily_alerts) AS daily_alerts FROM accounts AS a FINAL
            WHERE facilitator_id != {none:UUID} AND NOT is_disabled GROUP BY facilitator_id
            """, [("none", Guid.Empty)], cancel)).ToDictionary(wish => wish.FacilitatorId);
        var counts = await clickHouse.ListAsync<Count>("""
            SELECT facilitator_id, course_id, toUInt32(count()) AS learners FROM caseload GROUP BY facilitator_id, course_id ORDER BY facilitator_id, course_id
            """, cancel: cancel);
        return [.. counts.GroupBy(count => (count.FacilitatorId, Course: count.FacilitatorId == Guid.Empty ? count.CourseId : null)).Select(load => new Caseload(
            load.Key.FacilitatorId, load.Key.Course, load.ToDictionary(count => count.CourseId, count => count.Learners, StringComparer.Ordinal),
            wishes.GetValueOrDefault(load.Key.FacilitatorId)?.DailyAlerts ?? options.Capacity, Zone(wishes.GetValueOrDefault(load.Key.FacilitatorId))))];
    }

    // A zone that this machine does not know must not keep a facilitator from any alert.
    private TimeZoneInfo Zone(Wish? wish) => wish is { TimeZone.Length: > 0 } && TimeZoneInfo.TryFindSystemTimeZoneById(wish.TimeZone, out var zone) ? zone : _zone;

    private sealed record Wish(Guid FacilitatorId, string TimeZone, int? DailyAlerts);

    private sealed record Count(Guid FacilitatorId, string CourseId, int Learners);
}
