using System.Diagnostics;

namespace Engagement.Benchmarks.Ingest;

/// <summary>
/// The rate between the moments when two fifths and nine tenths were there: joining a group, warming up (the compiler of .NET and
/// of Node work for seconds where cores are few) and the wait for a last batch that does not fill are no part of it, for anybody.
/// </summary>
/// <param name="total">Statements of the run.</param>
/// <param name="cpu">What was used so far.</param>
internal sealed class RateWindow(long total, Func<CpuSeconds> cpu)
{
    private readonly Moment _started = new(0, Stopwatch.GetTimestamp(), cpu());
    private Moment? _first;
    private Moment? _last;

    public bool IsOver => _last is not null;

    /// <summary>A second.</summary>
    public double Rate => (Last.Count - First.Count) / Stopwatch.GetElapsedTime(First.At, Last.At).TotalSeconds;

    /// <summary>Processor seconds for a statement.</summary>
    public CpuSeconds Cpu => (Last.Cpu - First.Cpu) * (1.0 / (Last.Count - First.Count));

    private Moment Last => _last!;

    // The start, where all came between two looks.
    private Moment First => _first!.At == Last.At ? _started : _first;

    public void Saw(long count)
    {
        var isFirst = _first is null && count >= total * 2 / 5;
        var isLast = _last is null && count >= total * 9 / 10;
        if (!isFirst && !isLast) return;
        var now = new Moment(count, Stopwatch.GetTimestamp(), cpu());
        if (isFirst) _first = now;
        if (isLast) _last = now;
    }

    private sealed record Moment(long Count, long At, CpuSeconds Cpu);
}
