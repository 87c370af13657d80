using Engagement.ClickHouse;
using Engagement.Engines.Tests.Metrics.Reference;

namespace Engagement.Engines.Tests.Metrics;

/// <summary>The tables as the reference writes its rows, in one order.</summary>
internal static class StoredRows
{
    public static Task<List<VisitRow>> VisitsAsync(this ClickHouseClient clickHouse) => clickHouse.ListAsync<VisitRow>("""
        SELECT course_id, learner_id, section_id, toUnixTimestamp64Micro(started_at) AS started_at, first_statement, seconds_low, seconds_high,
            is_open, is_declared, is_clipped, toUnixTimestamp64Micro(last_at) AS last_at, toUnixTimestamp64Micro(ended_at) AS ended_at,
            statements, responses, toUnixTimestamp64Micro(first_response_at) AS first_response_at
        FROM visits FINAL
        """);

    public static Task<List<EngagementRow>> EngagementAsync(this ClickHouseClient clickHouse) => clickHouse.ListAsync<EngagementRow>("""
        SELECT course_id, learner_id, section_id, position, kind, status, visits, open_visits, declared_visits, clipped_visits,
            seconds_low, seconds_high, responses, toUnixTimestamp64Micro(first_at) AS first_at, toUnixTimestamp64Micro(last_at) AS last_at,
            toUnixTimestamp64Micro(engaged_at) AS engaged_at, floor_seconds, is_inferred
        FROM section_engagement FINAL
        """);

    public static Task<List<ConflictRow>> ConflictsAsync(this ClickHouseClient clickHouse) => clickHouse.ListAsync<ConflictRow>("""
        SELECT statement_id, learner_id, content_hash, winner_learner_id, toUnixTimestamp64Micro(winner_stored_at) AS winner_stored_at
        FROM conflicts FINAL
        """);

    public static Task<List<IdentityRow>> StatementsAsync(this ClickHouseClient clickHouse) => clickHouse.ListAsync<IdentityRow>("""
        SELECT statement_id, learner_id, content_hash, toUnixTimestamp64Micro(stored_at) AS stored_at FROM statements FINAL
        """);
}
