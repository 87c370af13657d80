namespace Engagement.Metrics;

/// <summary>Computes the models chunk by chunk, in the order they depend on each other, a few chunks at once.</summary>
internal sealed class ChunkModels(RunQueries queries, MetricsOptions options)
{
    private static readonly string[] WorkTables = ["run_visits", "run_stretches"];

    // Enrolments are the first result: they tell the next run where to look for what a run that died has left.
    private static readonly string[] Models =
        ["run_stretches", "enrolments", "run_visits", "visits", "section_engagement", "learner_days", "contributions"];

    public Task ComputeAsync(List<Chunk> chunks, CancellationToken cancel) => Parallel.ForEachAsync(chunks,
        new ParallelOptions { MaxDegreeOfParallelism = options.ChunksAtOnce, CancellationToken = cancel },
        async (chunk, stop) => await ComputeAsync(chunk, stop));

    private async Task ComputeAsync(Chunk chunk, CancellationToken cancel)
    {
        var parameter = ("chunk", (object?)chunk.Number);
        var isFirst = await IsFirstAsync(parameter, cancel);
        foreach (var model in Models) await queries.ModelAsync(model, cancel, parameter);
        if (!isFirst)
        {
            foreach (var table in ResultTable.OfCourses) await queries.StepAsync("vanished", table, cancel, parameter);
            await queries.StepAsync("vanished_of_learners", ResultTable.Enrolments, cancel, parameter);
        }
        foreach (var table in WorkTables) await queries.DropAsync(table, chunk.Number);
    }

    // Learners who are computed for the first time left nothing behind. To be asked before their enrolments are written anew.
    private async Task<bool> IsFirstAsync((string, object?) chunk, CancellationToken cancel) =>
        await queries.CountAsync(MetricsSql.Step("count_older"), cancel, chunk) == 0;
}
