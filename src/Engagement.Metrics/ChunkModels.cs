namespace Engagement.Metrics;

/// <summary>Computes the models chunk by chunk, in the order they depend on each other, a few chunks at once.</summary>
internal sealed class ChunkModels(RunQueries queries, MetricsOptions options)
{
    private static readonly string[] WorkTables = ["run_visits", "run_stretches"];

    // Each follows from those before it. Enrolments are the first result: they tell the next run where to look for what a run
    // that died has left.
    private static readonly string[] Models = ["run_stretches", "enrolments", "run_visits"];

    // What follows from these, and not from each other.
    private static readonly string[] Results = ["visits", "section_engagement", "learner_days", "contributions"];

    public Task ComputeAsync(List<Chunk> chunks, CancellationToken cancel) => Parallel.ForEachAsync(chunks,
        new ParallelOptions { MaxDegreeOfParallelism = options.ChunksAtOnce, CancellationToken = cancel },
        async (chunk, stop) => await ComputeAsync(chunk, areFew: chunks.Count < options.ChunksAtOnce, stop));

    // Where there was too little to cut into as many chunks as could be computed at once, queries wait for each other more than
    // they compute. Else one query at a time keeps the memory within its bounds.
    private async Task ComputeAsync(Chunk chunk, bool areFew, CancellationToken cancel)
    {
        var parameter = ("chunk", (object?)chunk.Number);
        var some = new ParallelOptions { MaxDegreeOfParallelism = areFew ? Results.Length : 1, CancellationToken = cancel };
        var isFirst = await IsFirstAsync(parameter, cancel);
        foreach (var model in Models) await queries.ModelAsync(model, cancel, parameter);
        await Parallel.ForEachAsync(Results, some, async (model, stop) => await queries.ModelAsync(model, stop, parameter));
        if (!isFirst)
        {
            await Parallel.ForEachAsync(ResultTable.OfCourses, some, async (table, stop) => await queries.StepAsync("vanished", table, stop, parameter));
            await queries.StepAsync("vanished_of_learners", ResultTable.Enrolments, cancel, parameter);
        }
        await Task.WhenAll(WorkTables.Select(table => queries.DropAsync(table, chunk.Number)));
    }

    // Learners who are computed for the first time left nothing behind. To be asked before their enrolments are written anew.
    private async Task<bool> IsFirstAsync((string, object?) chunk, CancellationToken cancel) =>
        await queries.CountAsync(MetricsSql.Step("count_older"), cancel, chunk) == 0;
}
