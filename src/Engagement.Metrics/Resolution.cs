namespace Engagement.Metrics;

/// <summary>Finds out where statements belong, by what many of them share: object, parents, groupings, course.</summary>
internal sealed class Resolution(RunQueries queries)
{
    /// <summary>Resolves the contexts of the chunks' statements. The drafts of courses nobody declared an outline for follow from
    /// these learners' first visits, and a draft that changes has all learners of its course computed: adds their chunks.</summary>
    public async Task ResolveAsync(List<Chunk> chunks, RunScope scope, CancellationToken cancel)
    {
        await ResolveContextsAsync(chunks, cancel);
        var drafted = await DraftAsync(chunks, scope, cancel);
        await ResolveContextsAsync(drafted, cancel);
        chunks.AddRange(drafted);
        await queries.StepAsync("take_drafts", cancel);
        await queries.ModelAsync("context_sections", cancel);
        await queries.StepAsync("take_scenes", cancel);
    }

    private async Task ResolveContextsAsync(List<Chunk> chunks, CancellationToken cancel)
    {
        if (chunks.Count == 0) return;
        var outlines = ("outlines", (object?)await queries.ScalarAsync(MetricsSql.Step("hash_outlines"), cancel));
        var firstChunk = ("first_chunk", (object?)chunks[0].Number);
        await queries.StepAsync("run_contexts", cancel, firstChunk);
        if (await queries.CountAsync(MetricsSql.Step("count_unmet"), cancel) > 0) await queries.StepAsync("take_contexts", cancel, firstChunk);
        await queries.StepAsync("take_unresolved", cancel, outlines);
        if (await queries.AnyAsync("unresolved_contexts", cancel))
        {
            await queries.ModelAsync("resolved_contexts", cancel, outlines);
            await queries.DropAsync("unresolved_contexts");
        }
        await queries.StepAsync("context_courses", cancel, outlines);
    }

    private async Task<List<Chunk>> DraftAsync(List<Chunk> chunks, RunScope scope, CancellationToken cancel)
    {
        var isUndeclared = await queries.CountAsync(
            "SELECT count() FROM context_courses WHERE run = {run:UInt64} AND NOT is_declared AND course_id != ''", cancel) > 0;
        var wereUndeclared = await queries.CountAsync(
            "SELECT count() FROM learner_activities WHERE learner_id IN (SELECT learner_id FROM run_learners WHERE run = {run:UInt64})", cancel) > 0;
        foreach (var chunk in chunks)
        {
            if (isUndeclared) await queries.ModelAsync("learner_activities", cancel, ("chunk", chunk.Number));
            if (wereUndeclared) await queries.StepAsync("vanished_of_learners", ResultTable.LearnerActivities, cancel, ("chunk", chunk.Number));
        }
        if (isUndeclared || wereUndeclared) await queries.ModelAsync("drafts", cancel);
        await queries.StepAsync("take_changed_outlines", cancel, ("origin", "inferred"));
        if (await queries.CountAsync("SELECT count() FROM run_outlines WHERE run = {run:UInt64} AND origin = 'inferred'", cancel) == 0) return [];
        await queries.StepAsync("touch_drafted", cancel);
        return await scope.PlanAsync(cancel);
    }
}
