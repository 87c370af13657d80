using Engagement.ClickHouse;

namespace Engagement.Web.Accounts;

/// <summary>Sessions somebody signed out of: a copy of their cookie is worth nothing. Thread-safe. Errors as <see cref="ClickHouseClient"/> has them.</summary>
public sealed class EndedSessions(ClickHouseClient clickHouse, TimeProvider clock)
{
    /// <summary>Those whose cookie could still come back.</summary>
    public async Task<List<Guid>> ListAsync(CancellationToken cancel = default) =>
        (await clickHouse.ListAsync<Row>("SELECT session_id, formatDateTime(s.ended_at, '%Y-%m-%dT%H:%i:%SZ') AS ended_at FROM ended_sessions AS s FINAL", cancel: cancel))
            .ConvertAll(row => row.SessionId);

    public Task AddAsync(Guid session, CancellationToken cancel = default) =>
        clickHouse.InsertRowsAsync("ended_sessions", [new Row(session, clock.GetUtcNow())], cancel);

    private sealed record Row(Guid SessionId, DateTimeOffset EndedAt);
}
