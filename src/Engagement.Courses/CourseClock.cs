using Engagement.ClickHouse;

namespace Engagement.Courses;

/// <summary>What counts as now for what is told of learners. Thread-safe.</summary>
public sealed class CourseClock(ClickHouseClient clickHouse, TimeProvider clock, AsOf asOf)
{
    /// <summary>Null: there is nobody yet.</summary>
    public async Task<DateTimeOffset?> AskAsync(CancellationToken cancel)
    {
        var newest = await clickHouse.ScalarAsync("SELECT if(count() = 0, '', toString(toUnixTimestamp64Milli(toDateTime64(max(last_at), 3)))) FROM enrolments FINAL", cancel: cancel);
        if (string.IsNullOrEmpty(newest)) return null;
        var (now, last) = (clock.GetUtcNow(), DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(newest, System.Globalization.CultureInfo.InvariantCulture)));
        return asOf == AsOf.Newest && last < now ? last : now;
    }
}

/// <summary>Which moment learners are looked at from.</summary>
public enum AsOf
{
    /// <summary>Now, by the clock.</summary>
    Now,

    /// <summary>The newest statement of any learner, not later than now: for a course that is over, such as an archive or a simulated one.</summary>
    Newest,
}
