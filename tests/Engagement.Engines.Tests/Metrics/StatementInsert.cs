using System.Globalization;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Metrics.Reference;

namespace Engagement.Engines.Tests.Metrics;

/// <summary>Puts statements where ingest would: the rows first, then one touch for each learner in them.</summary>
internal static class StatementInsert
{
    public static async Task StoreAsync(this ClickHouseClient clickHouse, IReadOnlyCollection<ReferenceStatement> statements)
    {
        if (statements.Count == 0) return;
        var rows = statements.Select(s => new Dictionary<string, object?>
        {
            ["statement_id"] = s.Id, ["content_hash"] = s.ContentHash, ["learner_id"] = s.Learner, ["course_id"] = s.Course, ["verb"] = s.Verb, ["role"] = s.Role,
            ["object_type"] = s.IsAboutStatement ? "StatementRef" : "Activity",
            ["activity_id"] = s.Activity, ["activity_name"] = s.Name, ["kind_hint"] = s.KindHint,
            ["parents"] = s.Parents, ["groupings"] = s.Groupings, ["cohort"] = s.Cohort,
            ["duration_us"] = s.Duration, ["active_us"] = s.Active, ["success"] = s.Success, ["voided_id"] = s.Voids, ["refers_to_id"] = s.RefersTo,
            ["occurred_at"] = Time(s.At), ["stored_at"] = Time(s.StoredAt),
        });
        await clickHouse.InsertRowsAsync("statements", rows);
        var flush = Guid.NewGuid();
        await clickHouse.InsertRowsAsync("touches", statements.Select(s => s.Learner).Distinct().Select(learner => new Dictionary<string, object?>
        {
            ["touch_id"] = flush, ["learner_id"] = learner,
            ["stored_from"] = Time(statements.Min(s => s.StoredAt)), ["stored_until"] = Time(statements.Max(s => s.StoredAt)), ["touched_at"] = "2026-01-01 00:00:00",
        }));
    }

    public static string Time(long micros) =>
        DateTime.UnixEpoch.AddMicroseconds(micros).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
}
