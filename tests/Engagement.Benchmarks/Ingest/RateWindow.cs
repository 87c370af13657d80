using System.Diagnostics;

namespace Engagement.Benchmarks.Ingest;

/// <summary>
/// The rate between the moments when two fifths and nine tenths were there: joining a group, warming up (the compiler of .NET and
/// of Node work for seconds where cores are few) and the wait for a last batch that does not fill are no part of it, for anybody.
/// </summary>
internal sealed class RateWindow(long total)
{
    private readonly long _started = Stopwatch.GetTimestamp();
    private (long Count, long At)? _first;
    private (long Count, long At)? _last;

    public void Saw(long count)
    {
        var now = Stopwatch.GetTimestamp();
        if (_first is null && count >= total * 2 / 5) _first = (count, now);
        if (_last is null && count >= total * 9 / 10) _last = (count, now);
    }

    public bool IsOver => _last is not null;

    /// <summary>A second. Of the whole time where all came between two looks.</summary>
    public double Rate
    {
        get
        {
            var (first, last) = (_first!.Value, _last!.Value);
            if (first.At == last.At) first = (0, _started);
            return (last.Count - first.Count) / Stopwatch.GetElapsedTime(first.At, last.At).TotalSeconds;
        }
    }
}
