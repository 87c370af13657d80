using Engagement.ClickHouse;
using Engagement.Engines.Tests.Metrics.Reference;

namespace Engagement.Engines.Tests.Metrics;

/// <summary>The tables as the reference writes its rows, in one order.</summary>
internal static class StoredRows
{
    public static Task<List<VisitRow>> VisitsAsync(this ClickHouseClient clickHouse) => clickHouse.ListAsync<VisitRow>("""
        SELECT course_id, learner_id, section_id, toUnixTimestamp64Micro(started_at) AS started_at, first_statement, seconds_low, seconds_high,
            is_open, is_declared, is_clipped, toUnixTimestamp64Micro(last_at) AS last_at, toUnixTimestamp64Micro(ended_at) AS ended_at,
            statements, responses, toUnixTimestamp64Micro(first_response_at) AS first_response_at
        FROM visits FINAL
        """);

    public static Task<List<EngagementRow>> EngagementAsync(this ClickHouseClient clickHouse) => clickHouse.ListAsync<EngagementRow>("""
        SELECT course_id, learner_id, section_id, position, kind, required, status, visits, open_visits, declared_visits, clipped_visits,
            seconds_low, seconds_high, responses, toUnixTimestamp64Micro(first_at) AS first_at, toUnixTimestamp64Micro(last_at) AS last_at,
            toUnixTimestamp64Micro(first_response_at) AS first_response_at, toUnixTimestamp64Micro(engaged_at) AS engaged_at,
            floor_seconds, outline_version, is_inferred
        FROM section_engagement FINAL
        """);

    public static Task<List<EnrolmentRow>> EnrolmentsAsync(this ClickHouseClient clickHouse) => clickHouse.ListAsync<EnrolmentRow>("""
        SELECT learner_id, course_id, version, is_inferred, mode, cohort, statements,
            toUnixTimestamp64Micro(registered_at) AS registered_at, toUnixTimestamp64Micro(started_at) AS started_at,
            toUnixTimestamp64Micro(first_at) AS first_at, toUnixTimestamp64Micro(last_at) AS last_at, waiting_days,
            toUnixTimestamp64Micro(completed_at) AS completed_at, toUnixTimestamp64Micro(withdrawn_at) AS withdrawn_at
        FROM enrolments FINAL
        """);

    public static Task<List<LearnerDayRow>> LearnerDaysAsync(this ClickHouseClient clickHouse) => clickHouse.ListAsync<LearnerDayRow>("""
        SELECT course_id, learner_id, day, kind, statements, responses, sections, seconds_low FROM learner_days FINAL
        """);

    // Quartiles of microseconds are quarters of them: eight digits hold them without what a Float64 adds.
    public static Task<List<SectionDayRow>> SectionDaysAsync(this ClickHouseClient clickHouse) => clickHouse.ListAsync<SectionDayRow>("""
        SELECT course_id, section_id, day, learners, visits, open_visits, open_share, responses, seconds_low, seconds_high,
            round(s.q25, 8) AS q25, round(s.median, 8) AS median, round(s.q75, 8) AS q75
        FROM section_daily AS s
        """);

    public static Task<List<ContributionRow>> ContributionsAsync(this ClickHouseClient clickHouse) => clickHouse.ListAsync<ContributionRow>("""
        SELECT course_id, learner_id, statement_id, what, section_id, kind, toUnixTimestamp64Micro(made_at) AS made_at FROM contributions FINAL
        """);

    public static Task<List<FeedbackRow>> FeedbackAsync(this ClickHouseClient clickHouse) => clickHouse.ListAsync<FeedbackRow>("""
        SELECT course_id, learner_id, section_id, kind, statement_id, toUnixTimestamp64Micro(submitted_at) AS submitted_at, feedbacks,
            toUnixTimestamp64Micro(feedback_at) AS feedback_at, latency_seconds,
            toUnixTimestamp64Micro(accepted_at) AS accepted_at, toUnixTimestamp64Micro(waiting_since) AS waiting_since
        FROM feedback
        """);

    public static Task<List<HelpRow>> HelpAsync(this ClickHouseClient clickHouse) => clickHouse.ListAsync<HelpRow>("""
        SELECT course_id, learner_id, section_id, kind, statement_id, toUnixTimestamp64Micro(asked_at) AS asked_at, answers,
            toUnixTimestamp64Micro(answered_at) AS answered_at, latency_seconds, toUnixTimestamp64Micro(waiting_since) AS waiting_since
        FROM help
        """);

    public static Task<List<CommunityRow>> CommunityAsync(this ClickHouseClient clickHouse) => clickHouse.ListAsync<CommunityRow>("""
        SELECT course_id, learner_id, section_id, statement_id, what, toUnixTimestamp64Micro(made_at) AS made_at, replies,
            toUnixTimestamp64Micro(first_reply_at) AS first_reply_at
        FROM community
        """);

    public static Task<List<ArtifactRow>> ArtifactsAsync(this ClickHouseClient clickHouse) => clickHouse.ListAsync<ArtifactRow>("""
        SELECT course_id, learner_id, section_id, position, kind, required, toUnixTimestamp64Micro(submitted_at) AS submitted_at,
            toUnixTimestamp64Micro(accepted_at) AS accepted_at
        FROM artifacts
        """);

    public static Task<List<ConflictRow>> ConflictsAsync(this ClickHouseClient clickHouse) => clickHouse.ListAsync<ConflictRow>("""
        SELECT statement_id, learner_id, content_hash, winner_learner_id, toUnixTimestamp64Micro(winner_stored_at) AS winner_stored_at
        FROM conflicts FINAL
        """);

    public static Task<List<IdentityRow>> StatementsAsync(this ClickHouseClient clickHouse) => clickHouse.ListAsync<IdentityRow>("""
        SELECT statement_id, learner_id, content_hash, toUnixTimestamp64Micro(stored_at) AS stored_at FROM statements FINAL
        """);
}
