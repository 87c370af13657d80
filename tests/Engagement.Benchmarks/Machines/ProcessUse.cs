using System.Diagnostics;

namespace Engagement.Benchmarks.Machines;

/// <summary>What a process has used so far.</summary>
/// <param name="Cpu">Processor time of all its threads.</param>
/// <param name="PeakBytes">Most memory it held at once (resident).</param>
internal readonly record struct ProcessUse(TimeSpan Cpu, long PeakBytes)
{
    public static ProcessUse Of(int id)
    {
        using var process = Process.GetProcessById(id);
        return new ProcessUse(process.TotalProcessorTime, process.PeakWorkingSet64);
    }
}
