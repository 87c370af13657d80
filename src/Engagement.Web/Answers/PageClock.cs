using Engagement.Courses;

namespace Engagement.Web.Answers;

/// <summary>What counts as now on a page: to the minute, as to the second each answer would be another. Thread-safe.</summary>
public sealed class PageClock(CourseClock courses, TimeProvider clock)
{
    public async Task<DateTimeOffset> AskAsync(CancellationToken cancel)
    {
        var now = await courses.AskAsync(cancel) ?? clock.GetUtcNow();
        return new(now.Ticks - (now.Ticks % TimeSpan.TicksPerMinute), now.Offset);
    }
}
