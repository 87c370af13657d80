namespace Engagement.Metrics;

/// <summary>Finds out where statements belong, by what many of them share: object, parents, groupings, course.</summary>
internal sealed class Resolution(RunQueries queries)
{
    /// <summary>Resolves the contexts of the chunks' statements. The drafts of courses nobody declared an outline for follow from
    /// these learners' first visits, and a draft that changes has all learners of its course computed: adds their chunks.</summary>
    public async Task ResolveAsync(List<Chunk> chunks, RunScope scope, WorkToDo work, CancellationToken cancel)
    {
        await ResolveContextsAsync(chunks, cancel);
        var undeclared = await queries.RowAsync<Undeclared>("count_undeclared", cancel);
        var mayDraft = undeclared.Contexts > 0 || undeclared.Activities > 0 || work.HasDrafts;
        if (mayDraft)
        {
            var drafted = await DraftAsync(chunks, undeclared, scope, cancel);
            await ResolveContextsAsync(drafted, cancel);
            chunks.AddRange(drafted);
            await queries.StepAsync("take_drafts", cancel);
            await queries.ModelAsync("drafted_sections", cancel);
        }
        await queries.ModelAsync("context_sections", cancel);
        await queries.StepAsync("take_scenes", cancel);
    }

    private async Task ResolveContextsAsync(List<Chunk> chunks, CancellationToken cancel)
    {
        if (chunks.Count == 0) return;
        var outlines = ("outlines", (object?)await queries.ScalarAsync(MetricsSql.Step("hash_outlines"), cancel));
        var firstChunk = ("first_chunk", (object?)chunks[0].Number);
        await queries.StepAsync("run_contexts", cancel, firstChunk);
        var contexts = await queries.RowAsync<ContextCounts>("count_contexts", cancel, outlines);
        if (contexts.Unmet > 0) await queries.StepAsync("take_contexts", cancel, firstChunk);
        if (contexts.Unresolved > 0)
        {
            await queries.StepAsync("take_unresolved", cancel, outlines);
            await queries.ModelAsync("resolved_contexts", cancel, outlines);
            await queries.DropAsync("unresolved_contexts");
        }
        await queries.StepAsync("context_courses", cancel, outlines);
    }

    private async Task<List<Chunk>> DraftAsync(List<Chunk> chunks, Undeclared undeclared, RunScope scope, CancellationToken cancel)
    {
        foreach (var chunk in chunks)
        {
            if (undeclared.Contexts > 0) await queries.ModelAsync("learner_activities", cancel, ("chunk", chunk.Number));
            if (undeclared.Activities > 0) await queries.StepAsync("vanished_of_learners", ResultTable.LearnerActivities, cancel, ("chunk", chunk.Number));
        }
        if (undeclared.Contexts > 0 || undeclared.Activities > 0) await queries.ModelAsync("drafts", cancel);
        await queries.StepAsync("take_changed_outlines", cancel, ("origin", "inferred"));
        if (await queries.CountAsync("SELECT count() FROM run_outlines WHERE run = {run:UInt64} AND origin = 'inferred'", cancel) == 0) return [];
        await queries.StepAsync("touch_drafted", cancel);
        return await scope.PlanAsync(cancel);
    }

    private sealed record ContextCounts(long Unmet, long Unresolved);

    private sealed record Undeclared(long Contexts, long Activities);
}
