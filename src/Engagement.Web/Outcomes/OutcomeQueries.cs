using Engagement.People;
using Engagement.Web.Answers;

namespace Engagement.Web.Outcomes;

/// <summary>How it goes with the learners a viewer looks after. Errors as <see cref="PageReader"/> has them. Thread-safe.</summary>
public sealed class OutcomeQueries(PageReader reader)
{
    private const string Answers = $$"""
        SELECT what, toInt64(count()) AS made, toInt64(countIf(is_answered AND latency <= 86400)) AS within_a_day, toInt64(countIf(NOT is_answered)) AS unanswered,
            if(made = unanswered, NULL, medianIf(latency, is_answered) / 3600) AS hours_median
        FROM
        (
            SELECT 'feedback' AS what, course_id, learner_id, submitted_at AS made_at, feedbacks > 0 AS is_answered, toFloat64(ifNull(latency_seconds, 0)) AS latency FROM feedback
            UNION ALL
            SELECT 'help', course_id, learner_id, asked_at, answers > 0, toFloat64(ifNull(latency_seconds, 0)) FROM help
        ) AS a
        WHERE (a.course_id, a.learner_id) {{LearnerScope.In}} AND a.made_at > {from:DateTime64(3)} AND a.made_at <= {until:DateTime64(3)}
        GROUP BY what ORDER BY what
        """;

    private const string Returns = $$"""
        SELECT toInt64(countIf(is_contacted)) AS contacted, toInt64(countIf(is_contacted AND is_back)) AS contacted_returned,
            toInt64(countIf(NOT is_contacted AND NOT is_held_back)) AS not_contacted, toInt64(countIf(NOT is_contacted AND NOT is_held_back AND is_back)) AS not_contacted_returned,
            if(countIf(is_held_back) < 5, NULL, toInt64(countIf(is_held_back))) AS held_back, if(held_back IS NULL, NULL, toInt64(countIf(is_held_back AND is_back))) AS held_back_returned
        FROM
        (
            SELECT is_held_back, contacted_at IS NOT NULL AS is_contacted, state = 'returned' AS is_back FROM alerts AS a
            WHERE (a.course_id, a.learner_id) {{LearnerScope.In}} AND cause IN ('risk', 'never-started') AND raised_at > {from:DateTime64(3)} AND raised_at <= {until:DateTime64(3)}
        )
        """;

    private static readonly TimeSpan Season = TimeSpan.FromDays(90), TimeToReturn = TimeSpan.FromDays(14);

    /// <summary>Of the last 90 days; those of the last one have had less than a day, and are left out.</summary>
    public async Task<IReadOnlyList<Answered>> AnsweredAsync(Viewer viewer, DateTimeOffset now, CancellationToken cancel) =>
        await reader.ListAsync<Answered>(Answers, Asked(viewer, now - TimeSpan.FromDays(1)), cancel);

    /// <summary>Of the 90 days before the last 14.</summary>
    public async Task<Returned> ReturnedAsync(Viewer viewer, DateTimeOffset now, CancellationToken cancel) =>
        (await reader.ListAsync<Returned>(Returns, Asked(viewer, now - TimeToReturn), cancel)).Single();

    private static (string, object?)[] Asked(Viewer viewer, DateTimeOffset until) => [("from", until - Season), ("until", until), .. LearnerScope.Of(viewer)];
}
