using System.Diagnostics;
using Engagement.ClickHouse;

namespace Engagement.Benchmarks.Metrics;

/// <summary>Asks a query again and again.</summary>
/// <param name="runs">How often.</param>
/// <param name="patience">No further run begins after so long; one there is always.</param>
/// <param name="isWarmedUp">Whether there is a run before that is not counted.</param>
internal sealed class QueryClock(int runs, TimeSpan patience, bool isWarmedUp)
{
    private const int MemoryLimitExceeded = 241;

    public async Task<QueryTimes> AskAsync(string name, Func<Task> ask)
    {
        try
        {
            if (isWarmedUp) await ask();
            var seconds = new List<double>();
            for (var begun = Stopwatch.GetTimestamp(); seconds.Count < runs && (seconds.Count == 0 || Stopwatch.GetElapsedTime(begun) < patience);)
            {
                var started = Stopwatch.GetTimestamp();
                await ask();
                seconds.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            }
            return new QueryTimes(name, seconds);
        }
        catch (ClickHouseException e) when (e.Code == MemoryLimitExceeded)
        {
            return new QueryTimes(name, [], "out of memory");
        }
        catch (HttpRequestException e)
        {
            return new QueryTimes(name, [], e.Message); // a page's own patience is over
        }
    }
}
