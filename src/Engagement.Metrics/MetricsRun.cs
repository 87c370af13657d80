using System.Globalization;
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
        "resolved_statements", "context_sections", "context_courses", "run_contexts",
        "run_sections", "run_outlines", "run_learners", "run_conflicts", "run_touches",
    ];

    // Says in the server's list of running queries whose they are.
    private const string Mark = "/* engagement metrics */ ";

    private sealed record Chunk(uint Number, long Learners);

    /// <summary>Whether every statement that was touched, and every outline, is in the numbers.</summary>
    public async Task<bool> IsUpToDateAsync(CancellationToken cancel = default) =>
        await clickHouse.ScalarAsync(MetricsSql.Step("is_pending"), cancel: cancel) == "0";

    /// <summary>Brings the numbers up to what was touched when it started. Cheap where nothing was.</summary>
    public async Task<MetricsRunResult> RunAsync(CancellationToken cancel = default)
    {
        if (await IsUpToDateAsync(cancel)) return MetricsRunResult.Nothing;
        if (await IsAtWorkAsync(cancel)) return MetricsRunResult.Busy;
        var run = await BeginAsync(cancel);
        try
        {
            return await RunAsync(run, cancel);
        }
        finally
        {
            // A run that was cancelled or failed leaves its rows to their TTL; the connection is no longer to be relied on.
            if (!cancel.IsCancellationRequested) await DropAsync(run, WorkTables);
        }
    }

    private async Task<MetricsRunResult> RunAsync(ulong run, CancellationToken cancel)
    {
        Task Step(string name, params (string, object?)[] more) => clickHouse.ExecuteAsync(Mark + MetricsSql.Step(name), [("run", run), .. more], cancel);
        Task Model(string name, params (string, object?)[] more) => clickHouse.ExecuteAsync(Mark + MetricsSql.Model(name), [("run", run), .. more], cancel);

        await Step("take_touches");
        await Step("take_outlines");
        await Step("take_changed_outlines", ("origin", "declared"));
        await FindConflictsAsync(run, Step, cancel);
        await Step("take_voidings");
        await Step("vanished_voidings");
        await Step("touch_voided");
        if (await AnyAsync("run_outlines", run, cancel)) await Step("touch_outlined");
        var touched = await PlanAsync(run, 0, cancel);
        foreach (var chunk in touched) await Step("contexts", ("chunk", chunk.Number));
        await Model("context_courses");

        // The drafts of courses that have no declared outline need these learners' first visits, and a draft that changes
        // needs all learners of its course computed again.
        foreach (var chunk in touched)
        {
            await Model("learner_activities", ("chunk", chunk.Number));
            await Step("vanished_learner_activities", ("chunk", chunk.Number));
        }
        await Model("drafts");
        await Step("take_changed_outlines", ("origin", "inferred"));
        await Step("touch_drafted");
        var drafted = await PlanAsync(run, touched.Count == 0 ? 0 : touched[^1].Number + 1, cancel);
        foreach (var chunk in drafted) await Step("contexts", ("chunk", chunk.Number));
        if (drafted.Count > 0) await Model("context_courses");
        await Step("take_drafts");
        await Model("context_sections");

        var chunks = touched.Concat(drafted).ToList();
        foreach (var chunk in chunks)
        {
            var parameter = ("chunk", (object?)chunk.Number);
            await Model("resolved_statements", parameter);
            await Model("learner_courses", parameter);
            await Model("visits", parameter);
            await Model("section_engagement", parameter);
            await Step("vanished_visits", parameter);
            await Step("vanished_section_engagement", parameter);
            await Step("vanished_learner_courses", parameter);
            await DropAsync(run, ["resolved_statements"]);
        }
        var isFinished = await FinishAsync(run, cancel);
        return new MetricsRunResult(run, chunks.Sum(c => c.Learners), chunks.Count, isFinished);
    }

    // Before anything is computed, so that a statement under another's id is in no number, and voids nothing.
    private async Task FindConflictsAsync(ulong run, Func<string, (string, object?)[], Task> step, CancellationToken cancel)
    {
        var count = await clickHouse.ScalarAsync(Mark + MetricsSql.Step("count_new"), [("run", run)], cancel);
        var parts = (ulong.Parse(count!, CultureInfo.InvariantCulture) / (ulong)options.Value.ChunkStatements) + 1;
        for (var part = 0UL; part < parts; part++) await step("find_conflicts", [("part", part), ("parts", parts)]);
        if (!await AnyAsync("run_conflicts", run, cancel)) return;
        await step("report_conflicts", []);
        await step("hide_losers", []);
        await step("touch_conflicted", []);
    }

    // Another run, or the last query of one that died: what it writes must not land after this run has looked for leftovers.
    private async Task<bool> IsAtWorkAsync(CancellationToken cancel) =>
        await clickHouse.ScalarAsync(
            "SELECT count() FROM system.processes WHERE startsWith(query, {mark:String}) AND current_database = currentDatabase()",
            [("mark", Mark)], cancel) != "0";

    private async Task<ulong> BeginAsync(CancellationToken cancel)
    {
        var id = Guid.NewGuid();
        await clickHouse.ExecuteAsync(MetricsSql.Step("begin"), [("run_id", id)], cancel);
        var run = await clickHouse.ScalarAsync("SELECT run FROM metrics_runs WHERE run_id = {id:UUID}", [("id", id)], cancel);
        return ulong.Parse(run!, CultureInfo.InvariantCulture);
    }

    private async Task<List<Chunk>> PlanAsync(ulong run, uint firstChunk, CancellationToken cancel)
    {
        await clickHouse.ExecuteAsync(MetricsSql.Step("plan_learners"),
            [("run", run), ("first_chunk", firstChunk), ("chunk_statements", options.Value.ChunkStatements)], cancel);
        return await clickHouse.ListAsync<Chunk>("""
            SELECT chunk AS number, count() AS learners FROM run_learners
            WHERE run = {run:UInt64} AND chunk >= {first_chunk:UInt32} GROUP BY chunk ORDER BY chunk
            """, [("run", run), ("first_chunk", firstChunk)], cancel);
    }

    // Two runs with one number can't tell who is younger: then neither finishes, and the next run does the work.
    private async Task<bool> FinishAsync(ulong run, CancellationToken cancel)
    {
        if (await clickHouse.ScalarAsync("SELECT count() FROM metrics_runs WHERE run >= {run:UInt64}", [("run", run)], cancel) != "1") return false;
        await clickHouse.ExecuteAsync(MetricsSql.Step("finish_outlines"), [("run", run)], cancel);
        await clickHouse.ExecuteAsync(MetricsSql.Step("finish_touches"), [("run", run)], cancel);
        return true;
    }

    private async Task<bool> AnyAsync(string table, ulong run, CancellationToken cancel) =>
        await clickHouse.ScalarAsync($"SELECT count() FROM {table} WHERE run = {{run:UInt64}}", [("run", run)], cancel) != "0";

    private async Task DropAsync(ulong run, IEnumerable<string> tables)
    {
        foreach (var table in tables)
            await clickHouse.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"ALTER TABLE {table} DROP PARTITION {run}"));
    }
}
