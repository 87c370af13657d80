namespace Engagement.Metrics;

/// <summary>Whether the job's last run failed, so that an outage is logged at its begin and its end only. Used by one job
/// at a time.</summary>
public sealed class MetricsOutage
{
    private bool _isOn;

    /// <returns>True where it was not on before.</returns>
    public bool Begin() => !Set(true);

    /// <returns>True where it was on before.</returns>
    public bool End() => Set(false);

    private bool Set(bool isOn)
    {
        var before = _isOn;
        _isOn = isOn;
        return before;
    }
}
