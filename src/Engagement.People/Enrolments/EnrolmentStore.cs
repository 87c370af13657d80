using Engagement.ClickHouse;
using Engagement.People.Identity;

namespace Engagement.People.Enrolments;

/// <summary>
/// Takes what the platform says of learners: the roster into its table, who they are to <see cref="Identities"/>. Thread-safe. Errors
/// as those two have them.
/// </summary>
public sealed class EnrolmentStore(ClickHouseClient clickHouse, Identities identities, ErasedLearners erased, TimeProvider clock)
{
    /// <summary>Most enrolments to save at once: their ids go with the address of a request.</summary>
    public const int MostAtOnce = 2000;

    /// <summary>Keeps them all, by one insert into each table. What is known so already costs no row. Who was erased stays unknown.</summary>
    /// <param name="told">In the order they were told; of one learner and course the last counts.</param>
    /// <param name="cancel">Leaves the outcome unknown; saving again is harmless.</param>
    public async Task SaveAsync(IReadOnlyList<Enrolment> told, CancellationToken cancel = default)
    {
        var enrolments = told.Where(enrolment => !erased.IsErased(enrolment.Learner)).ToList();
        if (enrolments.Count == 0) return;
        await identities.SaveAsync([.. enrolments.SelectMany(enrolment => enrolment.People)], cancel);
        var last = new Dictionary<RosterKey, Enrolment>();
        foreach (var enrolment in enrolments) last[new(enrolment.Course, enrolment.Learner)] = enrolment;

        var stored = await StoredAsync([.. last.Keys.Select(key => key.Learner).Distinct()], cancel);
        var rows = new RowBinaryWriter(last.Count * 128);
        foreach (var (key, enrolment) in last)
        {
            var row = stored.GetValueOrDefault(key);
            if (row is null ? !enrolment.IsRemoved : row.Content != RosterContent.Of(enrolment))
                RosterContent.Of(enrolment).Write(rows, key, RowVersion.After(row?.Version ?? 0, clock));
        }
        if (rows.Length > 0) await clickHouse.InsertAsync(RosterContent.Into, "RowBinary", rows.Written, Guid.NewGuid().ToString("N"), cancel);
    }

    private async Task<Dictionary<RosterKey, Stored>> StoredAsync(Guid[] learners, CancellationToken cancel)
    {
        var rows = new Dictionary<RosterKey, Stored>();
        await foreach (var row in clickHouse.QueryAsync<Row>("""
            SELECT course_id, learner_id, cohort, facilitator_id, mode, toUnixTimestamp64Milli(registered_at) AS registered_ms,
                toUnixTimestamp64Milli(withdrawn_at) AS withdrawn_ms, row_version, is_deleted
            FROM roster WHERE learner_id IN {learners:Array(UUID)}
            ORDER BY course_id, learner_id, row_version DESC LIMIT 1 BY course_id, learner_id
            """, [("learners", learners)], cancel))
            rows.Add(new(row.CourseId, row.LearnerId), new(
                new(row.Cohort, row.FacilitatorId, row.Mode, row.RegisteredMs, row.WithdrawnMs, row.IsDeleted == 1), row.RowVersion));
        return rows;
    }

    private sealed record Row(
        string CourseId, Guid LearnerId, string Cohort, Guid FacilitatorId, string Mode, long? RegisteredMs, long? WithdrawnMs, ulong RowVersion, byte IsDeleted);

    private sealed record Stored(RosterContent Content, ulong Version);
}
