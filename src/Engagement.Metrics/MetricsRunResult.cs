namespace Engagement.Metrics;

/// <summary>What a run did.</summary>
/// <param name="Run">Its number, the row_version of what it wrote; 0 where there was nothing to do.</param>
/// <param name="Learners">Learners computed.</param>
/// <param name="Chunks">In how many pieces.</param>
/// <param name="IsFinished">False where a younger run began meanwhile: its rows win, and what this one took is still to do.</param>
public readonly record struct MetricsRunResult(ulong Run, long Learners, int Chunks, bool IsFinished)
{
    /// <summary>Every touch was done already.</summary>
    public static MetricsRunResult Nothing { get; } = new(0, 0, 0, true);

    /// <summary>Another run is at work, perhaps the last query of one that died. Try again.</summary>
    public static MetricsRunResult Busy { get; } = new(0, 0, 0, false);
}
