namespace Engagement.Engines.Tests.Engines;

/// <summary>Waits for a condition, with a deadline.</summary>
internal static class Until
{
    public static async Task TrueAsync(Func<bool> condition, string what, double seconds = 60)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        while (!condition())
        {
            if (deadline.IsCancellationRequested) Assert.Fail($"After {seconds} s it still is not so that {what}.");
            await Task.Delay(20);
        }
    }
}
