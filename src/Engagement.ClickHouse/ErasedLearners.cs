namespace Engagement.ClickHouse;

/// <summary>
/// Learners who were erased, by the table <c>erasures</c>: whoever writes rows of learners asks before. Thread-safe; asking costs
/// nothing while there are none.
/// </summary>
/// <param name="clickHouse">A migrated database.</param>
public sealed class ErasedLearners(ClickHouseClient clickHouse)
{
    /// <summary>Time between two looks at the table. Who erases waits for twice of it, so that nobody reads by what was before.</summary>
    public static TimeSpan RefreshEvery { get; } = TimeSpan.FromSeconds(5);

    private volatile HashSet<Guid> _learners = [];

    /// <summary>As of the last look.</summary>
    public bool IsErased(Guid learner)
    {
        var learners = _learners;
        return learners.Count > 0 && learners.Contains(learner);
    }

    /// <summary>Looks at the table. Errors as <see cref="ClickHouseClient"/> has them; what was known stays then.</summary>
    public async Task LoadAsync(CancellationToken cancel = default)
    {
        var known = _learners;
        var learners = new HashSet<Guid>();
        await foreach (var row in clickHouse.QueryAsync<Erased>("SELECT learner_id FROM erasures", cancel: cancel)) learners.Add(row.LearnerId);
        if (learners.Count != known.Count || !learners.SetEquals(known)) _learners = learners;
    }

    /// <summary>Looks again and again until it is cancelled. Where a look fails, what was known stays until the next.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="failed">Told why, at each look that fails.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task KeepFreshAsync(TimeProvider time, Action<Exception> failed, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(RefreshEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(cancel))
            {
                try
                {
                    await LoadAsync(cancel);
                }
                catch (Exception e) when (e is HttpRequestException or ClickHouseException or IOException)
                {
                    failed(e);
                }
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Asked to end.
        }
    }

    private sealed record Erased(Guid LearnerId);
}
