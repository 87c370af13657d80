using Engagement.Alerts.Keeping;
using Engagement.ClickHouse;

namespace Engagement.Alerts.Delivery;

/// <summary>
/// What channels are still to be told: the events themselves, less those of which a row in <c>deliveries</c> says that they were. So raising an
/// alert and meaning to tell of it is one insert, and nothing can be forgotten between the two. Thread-safe. Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public sealed class Outbox(ClickHouseClient clickHouse, AlertStore store, TimeProvider clock)
{
    private const int MostAtOnce = 500;

    /// <summary>From when on the channel is told; the first call settles it.</summary>
    public async Task OpenAsync(Channel channel, DateTimeOffset from, CancellationToken cancel)
    {
        var isOpen = await clickHouse.ScalarAsync("SELECT count() FROM deliveries WHERE channel = {channel:String} AND event_id = {none:UUID}",
            [("channel", Name(channel)), ("none", Guid.Empty)], cancel);
        if (isOpen == "0") await RecordAsync([new(channel, Guid.Empty, 0, DeliveryState.Delivered, from)], cancel);
    }

    /// <summary>The oldest of what is still to be told, in order.</summary>
    public async Task<IReadOnlyList<PendingEvent>> PendingAsync(Channel channel, CancellationToken cancel)
    {
        var rows = await clickHouse.ListAsync<Row>(Sql.File(typeof(Outbox).Assembly, "Delivery", "pending"), [("channel", Name(channel)), ("most", MostAtOnce)], cancel);
        if (rows.Count == 0) return [];
        var events = (await store.EventsByIdAsync([.. rows.Select(row => row.EventId)], cancel)).ToDictionary(e => e.EventId);
        return [.. rows.Select(row => new PendingEvent(events[row.EventId], row.Tries, row.FirstAt, row.NextAt))];
    }

    /// <summary>Says how tries ended, all at once.</summary>
    public Task RecordAsync(IReadOnlyCollection<DeliveryTry> tries, CancellationToken cancel) => clickHouse.InsertRowsAsync("deliveries", tries, cancel);

    /// <summary>Of a topic's partitions, where that lies which was told last.</summary>
    public async Task<IReadOnlyDictionary<int, long>> NewestOffsetsAsync(CancellationToken cancel) =>
        (await clickHouse.ListAsync<Place>("""
            SELECT partition, argMax(d.offset, (d.at, d.offset)) AS offset FROM deliveries AS d WHERE channel = 'kafka' AND partition >= 0 GROUP BY partition
            """, cancel: cancel)).ToDictionary(place => place.Partition, place => place.Offset);

    /// <summary>Takes up again what was given up.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ResumeAsync(Channel channel, CancellationToken cancel)
    {
        var given = await GivenUpAsync(channel, cancel);
        var now = clock.GetUtcNow();
        await RecordAsync([.. given.Select(last => last with { Try = last.Try + 1, State = DeliveryState.Failed, At = now, NextAt = now, Answer = "taken up again" })], cancel);
        return given.Count;
    }

    /// <summary>What nobody tries to tell any more, oldest first.</summary>
    public Task<List<DeliveryTry>> GivenUpAsync(Channel channel, CancellationToken cancel) => clickHouse.ListAsync<DeliveryTry>("""
        SELECT {channel:String} AS channel, event_id, max(d.try) AS try, argMax(d.state, d.try) AS state, argMax(d.at, d.try) AS at, NULL AS next_at,
            argMax(d.answer, d.try) AS answer, -1 AS partition, -1 AS offset
        FROM deliveries AS d WHERE channel = {channel:String} GROUP BY event_id HAVING state = 'given-up' ORDER BY at
        SETTINGS date_time_output_format = 'iso'
        """, [("channel", Name(channel))], cancel);

    private static string Name(Channel channel) => channel.ToString().ToLowerInvariant();

    private sealed record Row(Guid EventId, int Tries, DateTimeOffset? FirstAt, DateTimeOffset? NextAt);

    private sealed record Place(int Partition, long Offset);
}
