using Engagement.ClickHouse;
using Engagement.Metrics;

namespace Engagement.Erasure;

/// <summary>
/// Takes a learner out of the database for good. The tombstone comes first, so whatever dies, the next sweep or the next call goes on.
/// May be repeated. Thread-safe. Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public sealed class EraseRun(ClickHouseClient clickHouse, MetricsRun metrics, TimeProvider time)
{
    private const int MostPasses = 10, MutationUnfinished = 341;

    private readonly LearnerRows _rows = new(clickHouse);
    private readonly OldParts _oldParts = new(clickHouse, time);

    /// <param name="learner">Whom.</param>
    /// <param name="by">Who asks for it, for the record.</param>
    /// <param name="step">Told what is done now.</param>
    /// <param name="cancel">Leaves the rest to the next sweep.</param>
    public async Task<ErasureResult> EraseAsync(Guid learner, string by, Action<string>? step = null, CancellationToken cancel = default)
    {
        var found = await _rows.CountAsync(learner, cancel);
        var models = await TaughtModels.AskAsync(clickHouse, learner, cancel);
        var authors = await AuthorsAsync(learner, cancel);
        var erasedAt = await _rows.ErasedAtAsync(learner, cancel) ?? await BuryAsync(learner, by, cancel);

        step?.Invoke("deleting");
        await DeleteAsync(cancel);
        await TouchAsync(authors, cancel);
        // A worker that has not looked since may still store what it read before; so nothing is final until all have looked.
        var wait = erasedAt + (2 * ErasedLearners.RefreshEvery) - time.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            step?.Invoke("waiting until every worker knows");
            await Task.Delay(wait, time, cancel);
        }
        step?.Invoke("deleting what came meanwhile");
        await DeleteAsync(cancel);
        step?.Invoke("removing old parts from the disk");
        var oldParts = await _oldParts.RemoveAsync([.. LearnerTables.OfLearners.Select(table => table.Name)], cancel);
        var left = await _rows.CountAsync(learner, cancel);
        if (found.Any(table => table.Rows > 0)) await RecordAsync(learner, by, erasedAt, found, models, cancel);
        return new ErasureResult(learner, erasedAt, found, left, oldParts, models);
    }

    /// <summary>Deletes whatever is there of anybody who was erased.</summary>
    /// <returns>How many rows there were; 0 nearly always.</returns>
    public async Task<long> DeleteAsync(CancellationToken cancel = default)
    {
        var deleted = 0L;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var found = (await _rows.CountErasedAsync(cancel)).Where(table => table.Rows > 0).ToDictionary(table => table.Table, table => table.Rows);
            if (found.Count == 0) break;
            deleted += found.Values.Sum();
            // A run under way has read them, and would write them again.
            await metrics.SetAsideAsync(cancel);
            foreach (var table in LearnerTables.OfLearners.Where(table => found.ContainsKey(table.Name)))
                await MutateAsync(table, cancel);
        }
        return deleted;
    }

    // The run set aside may drop a partition of its work tables while rows are taken out of it: the next pass sees what is left.
    private async Task MutateAsync(LearnerTable table, CancellationToken cancel)
    {
        try
        {
            foreach (var mutation in table.Mutations()) await clickHouse.ExecuteAsync(mutation, cancel: cancel);
        }
        catch (ClickHouseException e) when (e.Code == MutationUnfinished && e.Message.Contains("(ABORTED)", StringComparison.Ordinal))
        {
        }
    }

    private async Task<DateTimeOffset> BuryAsync(Guid learner, string by, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        await clickHouse.InsertRowsAsync("erasures", [new { LearnerId = learner, ErasedAt = now, ErasedBy = by, RowVersion = now.ToUnixTimeMilliseconds() }], cancel);
        return now;
    }

    private Task RecordAsync(Guid learner, string by, DateTimeOffset at, List<TableCount> found, List<TaughtModel> models, CancellationToken cancel) =>
        clickHouse.InsertRowsAsync("erasures", [new
        {
            LearnerId = learner, ErasedAt = at, ErasedBy = by, RowVersion = time.GetUtcNow().ToUnixTimeMilliseconds(),
            Counts = found.Where(table => table.Rows > 0).ToDictionary(table => table.Table, table => table.Rows), Models = models.Select(model => model.ModelId),
        }], cancel);

    // Others whose feedback goes with the work it judges: their own numbers are computed again without it.
    private async Task<List<Guid>> AuthorsAsync(Guid learner, CancellationToken cancel)
    {
        var statements = LearnerTables.OfLearners.Single(table => table.Name == "statements");
        return (await clickHouse.ListAsync<Author>(
            $"SELECT DISTINCT learner_id FROM statements WHERE ({statements.OwnOfOne}) AND learner_id != {{learner:UUID}}", [("learner", learner)], cancel)).ConvertAll(author => author.LearnerId);
    }

    private Task TouchAsync(List<Guid> learners, CancellationToken cancel)
    {
        var touch = Guid.NewGuid();
        return clickHouse.InsertRowsAsync("touches", learners.Select(learner => new { TouchId = touch, LearnerId = learner, TouchedAt = time.GetUtcNow() }), cancel);
    }

    private sealed record Author(Guid LearnerId);
}

/// <summary>What an erasure did, and what shows it.</summary>
/// <param name="Learner">Whom.</param>
/// <param name="ErasedAt">When the learner was first erased.</param>
/// <param name="Found">Rows there were, by table.</param>
/// <param name="Left">Rows there are now, by table.</param>
/// <param name="OldParts">Parts with rows of before that a query under way still keeps on the disk: table and name.</param>
/// <param name="Models">That may have learnt from the learner.</param>
public sealed record ErasureResult(
    Guid Learner, DateTimeOffset ErasedAt, IReadOnlyList<TableCount> Found, IReadOnlyList<TableCount> Left, IReadOnlyList<string> OldParts, IReadOnlyList<TaughtModel> Models)
{
    /// <summary>Nothing is left, neither in a table nor in a part that was replaced.</summary>
    public bool IsDone => OldParts.Count == 0 && Left.All(table => table.Rows == 0);
}
