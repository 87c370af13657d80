using Engagement.ClickHouse;
using Microsoft.Extensions.Options;

namespace Engagement.Metrics;

/// <summary>
/// Recomputes, whole, every learner whose numbers may have changed: those with new statements, those a voiding statement
/// is about, those whose statement's id is another's, those of a course whose outline changed. May die at any point and may run twice at once: only the youngest run
/// writes, and touches are done after all is written (docs/decisions/0003-incremental-metrics.md).
/// Thread-safe. Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
public sealed class MetricsRun(ClickHouseClient clickHouse, IOptions<MetricsOptions> options)
{
    private static readonly string[] WorkTables =
    [
        "run_scenes", "context_sections", "context_courses", "unresolved_contexts", "run_contexts",
        "run_sections", "run_outlines", "run_learners", "run_conflicts", "run_touches",
    ];

    private const string AtWork = "SELECT query_id FROM system.processes WHERE startsWith(query, {mark:String}) AND current_database = currentDatabase()";

    private static readonly TimeSpan EndedLook = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether every statement that was touched, and every outline, is in the numbers.</summary>
    public async Task<bool> IsUpToDateAsync(CancellationToken cancel = default) => (await LookAsync(cancel)).IsNone;

    /// <summary>Has every learner computed again by the next run.</summary>
    public Task TouchAllAsync(CancellationToken cancel = default) => clickHouse.ExecuteAsync(MetricsSql.Step("touch_all"), cancel: cancel);

    /// <summary>Brings the numbers up to what was touched when it started. Cheap where nothing was.</summary>
    public async Task<MetricsRunResult> RunAsync(CancellationToken cancel = default)
    {
        var work = await LookAsync(cancel);
        if (work.IsNone) return MetricsRunResult.Nothing;
        if (work.IsAtWork) return MetricsRunResult.Busy;
        await clickHouse.ExecuteAsync(MetricsSql.Step("begin"), [("run", work.NextRun), ("run_id", Guid.NewGuid())], cancel: cancel);
        var queries = new RunQueries(clickHouse, work.NextRun);
        try
        {
            return await RunAsync(queries, work, cancel);
        }
        finally
        {
            // A run that was cancelled or failed leaves its rows to their TTL; the connection is no longer to be relied on.
            if (!cancel.IsCancellationRequested) await Task.WhenAll(WorkTables.Select(queries.DropAsync));
        }
    }

    /// <summary>
    /// Takes the right to write from a run under way, and waits until its queries have ended: what it read before is written nowhere
    /// after this. The next run does its work.
    /// </summary>
    public async Task SetAsideAsync(CancellationToken cancel = default)
    {
        await clickHouse.ExecuteAsync(MetricsSql.Step("set_aside"), [("run_id", Guid.NewGuid())], cancel: cancel);
        var older = (await clickHouse.ListAsync<Query>(AtWork, [("mark", RunQueries.Mark)], cancel)).ConvertAll(q => q.QueryId);
        while (await clickHouse.ScalarAsync("SELECT count() FROM system.processes WHERE query_id IN {older:Array(String)}", [("older", older)], cancel) != "0")
            await Task.Delay(EndedLook, cancel);
    }

    private async Task<MetricsRunResult> RunAsync(RunQueries queries, WorkToDo work, CancellationToken cancel)
    {
        var scope = new RunScope(queries, options.Value);
        await scope.TakeAsync(work, cancel);
        var chunks = await scope.PlanAsync(cancel);
        await new Resolution(queries).ResolveAsync(chunks, scope, work, cancel);
        await new ChunkModels(queries, options.Value).ComputeAsync(chunks, cancel);
        return new MetricsRunResult(queries.Run, chunks.Sum(c => c.Learners), chunks.Count, await FinishAsync(queries, cancel));
    }

    private async Task<WorkToDo> LookAsync(CancellationToken cancel) =>
        (await clickHouse.ListAsync<WorkToDo>(MetricsSql.Step("work_to_do"), [("mark", RunQueries.Mark)], cancel))[0];

    // Two runs with one number can't tell who is younger: then neither finishes, and the next run does the work.
    private static async Task<bool> FinishAsync(RunQueries queries, CancellationToken cancel)
    {
        if (await queries.CountAsync("SELECT count() FROM metrics_runs WHERE run >= {run:UInt64}", cancel) != 1) return false;
        await queries.StepAsync("finish_outlines", cancel);
        await queries.StepAsync("finish_touches", cancel);
        return true;
    }

    private sealed record Query(string QueryId);
}
