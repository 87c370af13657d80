using Engagement.ClickHouse;

namespace Engagement.Erasure;

/// <summary>Models that may have learnt from a learner. Which rows a model learnt from is not kept by learner, only their span of days.</summary>
internal static class TaughtModels
{
    // Those trained of days the learner was in a course, and not before the first statement of theirs came. The model that comes
    // with the product has no days: it learnt from a public dataset.
    private const string Query = """
        WITH
            (SELECT (count(), min(toDate32(least(ifNull(registered_at, first_at), first_at))), max(toDate32(last_at)) + 28) FROM enrolments WHERE learner_id = {learner:UUID}) AS days,
            (SELECT min(stored_at) FROM statements WHERE learner_id = {learner:UUID}) AS known_since
        SELECT m.model_id AS model_id, toString(m.kind) AS kind, formatDateTime(m.trained_at, '%FT%TZ') AS trained_at,
            m.trained_from AS trained_from, m.trained_until AS trained_until, m.courses AS finished_courses
        FROM models AS m
        WHERE days.1 > 0
            AND toDateOrNull(m.trained_from) <= days.3 AND toDateOrNull(m.trained_until) >= days.2
            AND m.trained_at >= known_since
        ORDER BY m.trained_at
        """;

    /// <summary>To be asked before the learner's rows are gone.</summary>
    public static Task<List<TaughtModel>> AskAsync(ClickHouseClient clickHouse, Guid learner, CancellationToken cancel) =>
        clickHouse.ListAsync<TaughtModel>(Query, [("learner", learner)], cancel);
}

/// <summary>A model that may have learnt from a learner.</summary>
/// <param name="ModelId">Its id.</param>
/// <param name="Kind">How it was made.</param>
/// <param name="TrainedAt">When.</param>
/// <param name="TrainedFrom">First day of the rows it learnt from.</param>
/// <param name="TrainedUntil">Last of these.</param>
/// <param name="FinishedCourses">With a finished run among the rows; rows of other courses were there too.</param>
public sealed record TaughtModel(Guid ModelId, string Kind, DateTimeOffset TrainedAt, string TrainedFrom, string TrainedUntil, string[] FinishedCourses);
