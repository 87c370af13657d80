using System.Diagnostics;

namespace Engagement.Engines.Tests.Engines;

/// <summary>Waits for a condition, at most 30 s.</summary>
public static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    public static async Task Async(Func<Task<bool>> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > Deadline) throw new TimeoutException($"The condition did not hold within {Deadline.TotalSeconds:0} s");
            await Task.Delay(20);
        }
    }
}
