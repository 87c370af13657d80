using Engagement.Alerts.Keeping;
using Engagement.ClickHouse;

namespace Engagement.Alerts.Changing;

/// <summary>
/// Closes alerts that have come to their end by themselves: the learner came back, left or completed the course, or what waited has its answer. May be
/// repeated, or die half way; not at the same time as another turn of it. Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public sealed class ClosingRun(ClickHouseClient clickHouse, AlertStore store, TimeProvider clock)
{
    // Those that were looked at last.
    private string? _numbers;

    /// <param name="now">The moment learners are looked at from.</param>
    /// <param name="answersToo">Look for answers to what waited too, which costs more. Without, nobody is looked at while no learner's numbers have moved.</param>
    /// <param name="cancel">Leaves the outcome unknown; the next run finds out.</param>
    /// <returns>Alerts closed.</returns>
    public async Task<int> RunAsync(DateTimeOffset now, bool answersToo, CancellationToken cancel)
    {
        // Of all versions, as one run writes many rows of the same.
        var numbers = await clickHouse.ScalarAsync("SELECT sumWithOverflow(row_version) FROM enrolments", cancel: cancel);
        if (numbers == _numbers && !answersToo) return 0;
        var ended = await clickHouse.ListAsync<Ended>(Sql.File(typeof(ClosingRun).Assembly, "Changing", "ended"), cancel: cancel);
        if (answersToo) ended.AddRange(await clickHouse.ListAsync<Ended>(Sql.File(typeof(ClosingRun).Assembly, "Changing", "answered"), cancel: cancel));
        var closed = ended.Count == 0 ? 0 : await CloseAsync(ended, now, cancel);
        _numbers = numbers;
        return closed;
    }

    private async Task<int> CloseAsync(List<Ended> ended, DateTimeOffset now, CancellationToken cancel)
    {
        var history = await store.EventsAsync([.. ended.Select(end => end.AlertId).Distinct()], cancel);
        var recordedAt = clock.GetUtcNow();
        var events = ended.DistinctBy(end => end.AlertId)
            .Select(end => (Alert: Alert.Of(history[end.AlertId]), End: end))
            .Where(end => end.Alert.WhyNot(end.End.Kind, now) is null)
            .Select(end => end.Alert.Next(end.End.Kind, now, recordedAt) with { Why = end.End.Why }).ToList();
        await store.AppendAsync(events, cancel);
        return events.Count;
    }

    private sealed record Ended(Guid AlertId, AlertChange Kind, string Why);
}
