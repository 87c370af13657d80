using System.Diagnostics;
using System.Globalization;

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

    /// <summary>Has the peak start again from what the process holds now. Linux alone can do that.</summary>
    public static void ResetPeak(int id) => File.WriteAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/clear_refs"), "5");
}
