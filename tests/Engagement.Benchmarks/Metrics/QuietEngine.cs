using System.Globalization;
using Engagement.Benchmarks.Machines;

namespace Engagement.Benchmarks.Metrics;

/// <summary>Waits until an engine has done what it does behind everybody's back, so that no measurement pays for the one before.</summary>
internal static class QuietEngine
{
    // The engine looks for parts to merge every so often, and says nothing between.
    private const int LooksAlike = 5;
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(30);

    /// <exception cref="TimeoutException">It is still merging at the deadline.</exception>
    public static async Task WaitAsync(EngineProcess engine)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        try
        {
            var (parts, alike) = (-1L, 0);
            while (alike < LooksAlike)
            {
                await Task.Delay(LookEvery, deadline.Token);
                var now = await PartsAsync(engine, deadline.Token);
                alike = now == parts && now >= 0 ? alike + 1 : 0;
                parts = now;
            }
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The engine still merges parts after {Deadline.TotalMinutes:0} minutes.");
        }
    }

    /// <returns>Number of active parts; -1 while some are being merged.</returns>
    private static async Task<long> PartsAsync(EngineProcess engine, CancellationToken cancel) => long.Parse((await engine.Client.ScalarAsync("""
        SELECT if((SELECT count() FROM system.merges) > 0, -1, toInt64(count())) FROM system.parts WHERE active AND database = currentDatabase()
        """, cancel: cancel))!, CultureInfo.InvariantCulture);
}
