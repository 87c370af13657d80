namespace Engagement.Metrics;

/// <summary>How the metrics job is doing. Written by one job at a time, read by anybody: thread-safe.</summary>
public sealed class MetricsStatus(TimeProvider time)
{
    private sealed record State(DateTimeOffset? LastRunAt, DateTimeOffset? FailingSince, string? Failure);

    private volatile State _state = new(null, null, null);

    /// <summary>When a look for touched learners last ended well, with or without anything to compute; null before the first.</summary>
    public DateTimeOffset? LastRunAt => _state.LastRunAt;

    /// <summary>When the runs began to fail; null while they do not.</summary>
    public DateTimeOffset? FailingSince => _state.FailingSince;

    /// <summary>What the last run failed with; null where it did not.</summary>
    public string? Failure => _state.Failure;

    /// <returns>True where runs failed before.</returns>
    internal bool Succeeded()
    {
        var before = _state;
        _state = new State(time.GetUtcNow(), null, null);
        return before.FailingSince is not null;
    }

    /// <returns>True where they did not fail before.</returns>
    internal bool Failed(string why)
    {
        var before = _state;
        _state = before with { FailingSince = before.FailingSince ?? time.GetUtcNow(), Failure = why };
        return before.FailingSince is null;
    }
}
