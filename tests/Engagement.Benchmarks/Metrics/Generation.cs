using Engagement.Benchmarks.Machines;
using Engagement.Direct;
using Engagement.Simulator.Direct;

namespace Engagement.Benchmarks.Metrics;

/// <summary>Makes the statements inside the engine.</summary>
internal static class Generation
{
    public static async Task<MadeStatements> RunAsync(EngineProcess engine, long size)
    {
        var options = new DirectOptions { Statements = size };
        var progress = Progress.Tenths("statements made", size);
        var effort = await Effort.OfAsync(engine, () => DirectSimulation.RunAsync(engine.Client, options, progress, CancellationToken.None));
        await QuietEngine.WaitAsync(engine);
        return new MadeStatements(
            await engine.CountAsync("count()"),
            await engine.CountAsync("uniqExactIf(learner_id, role NOT IN ('feedback', 'void'))"),
            await engine.CountAsync("uniqExact(course_id)"),
            effort, await engine.BytesOnDiskAsync("statements"), await engine.BytesOnDiskAsync("statement_contents"));
    }
}
