using Engagement.ClickHouse;
using Engagement.People.Identity;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Engines.Tests.Erasure;

/// <summary>Rows of a learner in the tables that neither ingest nor the metrics write.</summary>
internal static class HeldLearnerRows
{
    public const string Course = "https://example.org/course";

    public static async Task AddAsync(ClickHouseClient clickHouse, Guid learner, Guid facilitator)
    {
        await clickHouse.InsertRowsAsync("marks", [new { CourseId = Course, LearnerId = learner, SectionId = "s", StatementId = Guid.NewGuid(), Score = 0.5, KnownAt = "2026-03-02 00:00:00", RowVersion = 1 }]);
        await clickHouse.InsertRowsAsync("risk_scores", [new { CourseId = Course, Cut = "2026-03-02", LearnerId = learner, ScoredAt = "2026-03-02 00:00:00", ModelId = Guid.NewGuid() }]);
        await clickHouse.InsertRowsAsync("roster", [new { CourseId = Course, LearnerId = learner, Cohort = "a", FacilitatorId = facilitator, Mode = "facilitated", RowVersion = 1 }]);
        var identities = Identities(clickHouse);
        await identities.SaveAsync([new Person(learner, "Ada Lovelace", "ada@example.org", "ada@example.org")]);
        await clickHouse.InsertRowsAsync("identity_reads", [new { ReadAt = "2026-03-02 00:00:00", Account = facilitator, Purpose = "page", PersonId = learner }]);

        var (alert, change) = (Guid.NewGuid(), Guid.NewGuid());
        await clickHouse.InsertRowsAsync("alert_events", [new { AlertId = alert, Sequence = 1, EventId = change, Kind = "raised", CourseId = Course, LearnerId = learner, FacilitatorId = facilitator, Cause = "risk" }]);
        await clickHouse.InsertRowsAsync("alert_actions", [new { ActionId = Guid.NewGuid(), AlertId = alert, CourseId = Course, LearnerId = learner, Account = facilitator, Kind = "contacted", RowVersion = 1 }]);
        await clickHouse.InsertRowsAsync("deliveries", [new { Channel = "webhook", EventId = change, Try = 1, State = "delivered" }]);
        await identities.SaveNoteAsync(new Note(Guid.NewGuid(), alert, Course, learner, "Wrote to her."));
    }

    public static Identities Identities(ClickHouseClient clickHouse) =>
        new(clickHouse, new IdentityKey(new byte[32]), TimeProvider.System, NullLogger<Identities>.Instance);

    public static async Task<Dictionary<string, long>> NotOfAsync(ClickHouseClient clickHouse, Guid learner)
    {
        var counts = new Dictionary<string, long>();
        foreach (var table in new[] { "statements", "visits", "enrolments", "section_engagement", "learner_days", "risk_scores", "roster", "marks" })
            counts[table] = long.Parse((await clickHouse.ScalarAsync($"SELECT count() FROM {table} FINAL WHERE learner_id != {{learner:UUID}}".Replace(table == "risk_scores" ? " FINAL" : "\0", "", StringComparison.Ordinal), [("learner", learner)]))!, System.Globalization.CultureInfo.InvariantCulture);
        return counts;
    }
}
