namespace Engagement.Engines.Tests.Engines;

/// <summary>Waits for a condition, with a deadline.</summary>
internal static class Until
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    /// <summary>The task, or a failure where it takes longer than any test should.</summary>
    public static Task InTime(this Task task) => task.WaitAsync(Deadline);

    /// <inheritdoc cref="InTime(Task)"/>
    public static Task<T> InTime<T>(this Task<T> task) => task.WaitAsync(Deadline);

    public static Task TrueAsync(Func<bool> condition, string what, double seconds = 60) =>
        TrueAsync(() => Task.FromResult(condition()), what, seconds);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what, double seconds = 60)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        while (!await condition())
        {
            if (deadline.IsCancellationRequested) Assert.Fail($"After {seconds} s it still is not so that {what}.");
            await Task.Delay(20);
        }
    }
}
