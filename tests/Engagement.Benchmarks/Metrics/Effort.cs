using System.Diagnostics;
using Engagement.Benchmarks.Machines;
using Engagement.Benchmarks.Reports;

namespace Engagement.Benchmarks.Metrics;

/// <summary>What a piece of work took.</summary>
/// <param name="Seconds">From asking to the answer.</param>
/// <param name="CpuSeconds">Processor seconds of the engine meanwhile.</param>
/// <param name="PeakBytes">Most memory the engine's process held at once meanwhile (resident), with what it held before.</param>
internal sealed record Effort(double Seconds, double CpuSeconds, long PeakBytes)
{
    public static async Task<Effort> OfAsync(EngineProcess engine, Func<Task> work)
    {
        ProcessUse.ResetPeak(engine.Id);
        var before = ProcessUse.Of(engine.Id);
        var started = Stopwatch.GetTimestamp();
        await work();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var after = ProcessUse.Of(engine.Id);
        return new Effort(seconds, (after.Cpu - before.Cpu).TotalSeconds, after.PeakBytes);
    }

    /// <summary>Each figure's own median: they are not of one run.</summary>
    public static Effort Median(IReadOnlyList<Effort> efforts) => new(
        Percentile.Median(efforts.Select(e => e.Seconds)), Percentile.Median(efforts.Select(e => e.CpuSeconds)),
        (long)Percentile.Median(efforts.Select(e => (double)e.PeakBytes)));
}
