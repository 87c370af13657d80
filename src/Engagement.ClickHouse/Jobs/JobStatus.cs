namespace Engagement.ClickHouse.Jobs;

/// <summary>How a job over ClickHouse that runs again and again is doing. Written by one run at a time, read by anybody: thread-safe.</summary>
public abstract class JobStatus(TimeProvider time)
{
    private sealed record State(DateTimeOffset? LastRunAt, DateTimeOffset? FailingSince, string? Failure);

    private volatile State _state = new(null, null, null);

    /// <summary>When a run last ended well, with or without anything to do; null before the first.</summary>
    public DateTimeOffset? LastRunAt => _state.LastRunAt;

    /// <summary>When the runs began to fail; null while they do not.</summary>
    public DateTimeOffset? FailingSince => _state.FailingSince;

    /// <summary>What the last run failed with; null where it did not.</summary>
    public string? Failure => _state.Failure;

    /// <returns>True where runs failed before.</returns>
    public bool Succeeded()
    {
        var before = _state;
        _state = new State(time.GetUtcNow(), null, null);
        return before.FailingSince is not null;
    }

    /// <returns>True where they did not fail before.</returns>
    public bool Failed(string why)
    {
        var before = _state;
        _state = before with { FailingSince = before.FailingSince ?? time.GetUtcNow(), Failure = why };
        return before.FailingSince is null;
    }
}
