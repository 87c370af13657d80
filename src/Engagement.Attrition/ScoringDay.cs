using Engagement.ClickHouse;
using Engagement.Courses;

namespace Engagement.Attrition;

/// <summary>The day learners are scored on, UTC.</summary>
internal sealed class ScoringDay(ClickHouseClient clickHouse, TimeProvider clock, AsOf asOf)
{
    private readonly CourseClock _clock = new(clickHouse, clock, asOf);

    /// <summary>Null: there is nobody yet.</summary>
    public async Task<DateOnly?> AskAsync(CancellationToken cancel) =>
        await _clock.AskAsync(cancel) is { } now ? DateOnly.FromDateTime(now.UtcDateTime) : null;
}
