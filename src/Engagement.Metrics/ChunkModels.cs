namespace Engagement.Metrics;

/// <summary>Computes the models chunk by chunk, in the order they depend on each other, a few chunks at once.</summary>
internal sealed class ChunkModels(RunQueries queries, MetricsOptions options)
{
    private static readonly string[] WorkTables = ["run_visits", "run_stretches"];

    // Each follows from those before it, and the results that are kept by course from all of them, but not from each other.
    // Enrolments are the first result: they tell the next run where to look for what a run that died has left.
    private static readonly string[] Models = ["run_stretches", "enrolments", "run_visits"];

    public async Task ComputeAsync(List<Chunk> chunks, CancellationToken cancel)
    {
        var its = chunks.Count > 1 ? queries.SingleThreaded() : queries;
        var areFew = chunks.Count < options.ChunksAtOnce;
        await Parallel.ForEachAsync(chunks,
            new ParallelOptions { MaxDegreeOfParallelism = options.ChunksAtOnce, CancellationToken = cancel },
            async (chunk, stop) => await ComputeAsync(its, chunk, areFew, stop));
    }

    // Where there was too little to cut into as many chunks as could be computed at once, queries wait for each other more than
    // they compute. Else one query at a time keeps the memory within its bounds.
    private static async Task ComputeAsync(RunQueries queries, Chunk chunk, bool areFew, CancellationToken cancel)
    {
        var parameter = ("chunk", (object?)chunk.Number);
        var results = ResultTable.OfCourses;
        var some = new ParallelOptions { MaxDegreeOfParallelism = areFew ? results.Length : 1, CancellationToken = cancel };
        var isFirst = await IsFirstAsync(queries, parameter, cancel);
        foreach (var model in Models) await queries.ModelAsync(model, cancel, parameter);
        await Parallel.ForEachAsync(results, some, async (table, stop) => await queries.ModelAsync(table.Name, stop, parameter));
        if (!isFirst) await DeleteVanishedAsync(queries, parameter, cancel);
        await Task.WhenAll(WorkTables.Select(table => queries.DropAsync(table, chunk.Number)));
    }

    // One look at all tables, as hardly ever something has vanished.
    private static async Task DeleteVanishedAsync(RunQueries queries, (string, object?) chunk, CancellationToken cancel)
    {
        ResultTable[] tables = [.. ResultTable.OfCourses, ResultTable.Enrolments];
        var look = string.Join("UNION ALL\n", tables.Select(table => table.Fill(MetricsSql.Step("has_vanished"))));
        foreach (var found in await queries.ListAsync<Found>(look, cancel, chunk))
        {
            var table = tables.Single(table => table.Name == found.Name);
            await queries.StepAsync(table == ResultTable.Enrolments ? "vanished_of_learners" : "vanished", table, cancel, chunk);
        }
    }

    // Learners who are computed for the first time left nothing behind. To be asked before their enrolments are written anew.
    private static async Task<bool> IsFirstAsync(RunQueries queries, (string, object?) chunk, CancellationToken cancel) =>
        await queries.CountAsync(MetricsSql.Step("count_older"), cancel, chunk) == 0;

    private sealed record Found(string Name);
}
