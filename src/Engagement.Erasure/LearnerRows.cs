using Engagement.ClickHouse;

namespace Engagement.Erasure;

/// <summary>What is held of learners, counted. Rows as they lie there, also such as a merge is still to drop. Thread-safe. Errors as <see cref="ClickHouseClient"/> has them.</summary>
public sealed class LearnerRows(ClickHouseClient clickHouse)
{
    /// <summary>Rows of one learner, or with their name, in each table that may hold some.</summary>
    public Task<List<TableCount>> CountAsync(Guid learner, CancellationToken cancel = default) =>
        clickHouse.ListAsync<TableCount>(Union(table => table.OfOne), [("learner", learner)], cancel);

    /// <summary>Rows of anybody who was erased: what came back, or is still to go.</summary>
    public Task<List<TableCount>> CountErasedAsync(CancellationToken cancel = default) =>
        clickHouse.ListAsync<TableCount>(Union(table => table.OfErased), cancel: cancel);

    /// <summary>When a learner was erased; null: never.</summary>
    public async Task<DateTimeOffset?> ErasedAtAsync(Guid learner, CancellationToken cancel = default) =>
        (await clickHouse.ListAsync<Tombstone>(
            "SELECT formatDateTime(min(e.erased_at), '%FT%T.%fZ') AS erased_at FROM erasures AS e WHERE learner_id = {learner:UUID} HAVING count() > 0",
            [("learner", learner)], cancel)).FirstOrDefault()?.ErasedAt;

    /// <summary>Pseudonyms of anybody known, erased or not, that begin so in lower case; not more than <paramref name="most"/>.</summary>
    public async Task<List<Guid>> BeginningWithAsync(string start, int most, CancellationToken cancel = default) =>
        (await clickHouse.ListAsync<Known>("""
            SELECT DISTINCT learner_id FROM
            (
                SELECT learner_id FROM statements
                UNION ALL SELECT learner_id FROM enrolments
                UNION ALL SELECT learner_id FROM roster
                UNION ALL SELECT person_id FROM people
                UNION ALL SELECT learner_id FROM erasures
            )
            WHERE startsWith(toString(learner_id), {start:String}) ORDER BY toString(learner_id) LIMIT {most:UInt32}
            """, [("start", start), ("most", most)], cancel)).ConvertAll(known => known.LearnerId);

    private static string Union(Func<LearnerTable, string> rows) => string.Join("\nUNION ALL\n",
        LearnerTables.OfLearners.Select((table, place) => $"SELECT {place} AS place, '{table.Name}' AS table, count() AS rows FROM {table.Name} WHERE {rows(table)}"))
        + "\nORDER BY place";

    private sealed record Tombstone(DateTimeOffset ErasedAt);

    private sealed record Known(Guid LearnerId);
}

/// <summary>How many rows a table holds.</summary>
public sealed record TableCount(string Table, long Rows);
