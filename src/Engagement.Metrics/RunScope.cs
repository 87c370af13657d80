namespace Engagement.Metrics;

/// <summary>Whom a run computes, in chunks.</summary>
internal sealed class RunScope(RunQueries queries, MetricsOptions options)
{
    // A hash table of so many ids takes about 400 MB.
    private const long IdsAtOnce = 4_000_000;

    // Below it, the queries of a second chunk cost more than a second processor saves.
    private const long SmallestCut = 100_000;

    private uint _nextChunk;

    /// <summary>Takes the touches to do, and touches those whose numbers depend on the touched ones' statements.</summary>
    public async Task TakeAsync(WorkToDo work, CancellationToken cancel)
    {
        await queries.StepAsync("take_touches", cancel);
        // States before outlines: of one that comes in between the state is not taken, so that it is still to do.
        if (work.HasOutlines) await queries.StepAsync("take_changed_outlines", cancel, ("origin", "declared"));
        await queries.StepAsync("take_outlines", cancel);
        await SettleConflictsAsync(cancel);
        await queries.StepAsync("take_refs", cancel);
        await queries.StepAsync("touch_voided", cancel);
        if (work.HasOutlines) await queries.StepAsync("touch_outlined", cancel);
    }

    /// <summary>Cuts those who are touched and in no chunk yet into new chunks.</summary>
    public async Task<List<Chunk>> PlanAsync(CancellationToken cancel)
    {
        await queries.StepAsync("plan_learners", cancel, ("first_chunk", _nextChunk),
            ("chunk_statements", options.ChunkStatements), ("at_once", options.ChunksAtOnce), ("smallest_cut", Math.Min(SmallestCut, options.ChunkStatements)));
        var chunks = await queries.ListAsync<Chunk>("""
            SELECT chunk AS number, count() AS learners FROM run_learners
            WHERE run = {run:UInt64} AND chunk >= {first_chunk:UInt32} GROUP BY chunk ORDER BY chunk
            """, cancel, ("first_chunk", _nextChunk));
        if (chunks.Count > 0) _nextChunk = chunks[^1].Number + 1;
        return chunks;
    }

    // Before anything is computed, so that a statement under another's id is in no number, and voids nothing.
    private async Task SettleConflictsAsync(CancellationToken cancel)
    {
        var parts = (await queries.CountAsync(MetricsSql.Step("count_new"), cancel) / IdsAtOnce) + 1;
        for (var part = 0L; part < parts; part++) await queries.StepAsync("find_conflicts", cancel, ("part", part), ("parts", parts));
        var met = await queries.RowAsync<ConflictsMet>("count_conflicts", cancel);
        if (met.InThisRun > 0)
        {
            await queries.StepAsync("report_conflicts", cancel);
            await queries.StepAsync("hide_losers", cancel);
            await queries.StepAsync("touch_conflicted", cancel);
        }
        if (met.InThisRun + met.Ever > 0) await queries.StepAsync("vanished_refs", cancel);
    }

    private sealed record ConflictsMet(long InThisRun, long Ever);
}
