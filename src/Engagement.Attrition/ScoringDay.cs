using Engagement.ClickHouse;

namespace Engagement.Attrition;

/// <summary>The day learners are scored on, by the clock or by what is known of them.</summary>
internal sealed class ScoringDay(ClickHouseClient clickHouse, TimeProvider clock, AsOf asOf)
{
    /// <summary>Null: there is nobody yet.</summary>
    public async Task<DateOnly?> AskAsync(CancellationToken cancel)
    {
        var newest = await clickHouse.ScalarAsync("SELECT if(count() = 0, '', toString(toDate32(max(last_at)))) FROM enrolments FINAL", cancel: cancel);
        if (string.IsNullOrEmpty(newest)) return null;
        var (today, last) = (DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), DateOnly.ParseExact(newest, "yyyy-MM-dd"));
        return asOf == AsOf.Newest && last < today ? last : today;
    }
}
