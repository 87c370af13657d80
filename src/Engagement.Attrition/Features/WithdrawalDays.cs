using Engagement.ClickHouse;

namespace Engagement.Attrition.Features;

/// <summary>When learners withdrew.</summary>
public static class WithdrawalDays
{
    private const string Query =
        """
        SELECT e.course_id AS course_id, e.learner_id AS learner_id, dateDiff('day', r.first_day, toDate32(assumeNotNull(e.withdrawn_at))) AS day
        FROM (SELECT * FROM enrolments FINAL WHERE withdrawn_at IS NOT NULL) AS e
        INNER JOIN (SELECT * FROM course_runs FINAL) AS r ON r.course_id = e.course_id
        """;

    /// <summary>By place of the course and of the learner in some person-weeks: days since the course's run began.</summary>
    public static async Task<IReadOnlyDictionary<(int Course, int Learner), int>> AskAsync(
        ClickHouseClient clickHouse, PersonWeeks weeks, CancellationToken cancel = default)
    {
        var courses = weeks.Courses.Index().ToDictionary(course => course.Item, course => course.Index);
        var learners = weeks.Learners.Index().ToDictionary(learner => learner.Item, learner => learner.Index);
        var days = new Dictionary<(int, int), int>();
        await foreach (var row in clickHouse.QueryAsync<Withdrawal>(Query, cancel: cancel))
            if (courses.TryGetValue(row.CourseId, out var course) && learners.TryGetValue(row.LearnerId, out var learner))
                days[(course, learner)] = row.Day;
        return days;
    }

    private sealed record Withdrawal(string CourseId, Guid LearnerId, int Day);
}
