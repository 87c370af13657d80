using Engagement.ClickHouse;
using Engagement.Courses;

namespace Engagement.Metrics.Explanations;

/// <summary>What is stored of one learner. Thread-safe; errors as <see cref="ClickHouseClient"/> has them.</summary>
public sealed class LearnerHistory(ClickHouseClient clickHouse)
{
    /// <summary>How many learners there are in any course.</summary>
    public async Task<long> CountAsync(CancellationToken cancel = default) =>
        (await clickHouse.ListAsync<Count>("SELECT uniqExact(learner_id) AS number FROM enrolments FINAL", cancel: cancel)).Single().Number;

    /// <summary>Learners of any course whose pseudonym, in lower case, begins so; not more than <paramref name="most"/>.</summary>
    public async Task<List<Guid>> BeginningWithAsync(string start, int most, CancellationToken cancel = default) =>
        (await clickHouse.ListAsync<Learner>("""
            SELECT DISTINCT learner_id FROM enrolments FINAL WHERE startsWith(toString(learner_id), {start:String})
            ORDER BY toString(learner_id) LIMIT {most:UInt32}
            """, [("start", start), ("most", most)], cancel)).ConvertAll(learner => learner.LearnerId);

    /// <summary>Ids of the courses this is a learner of.</summary>
    public async Task<List<string>> CoursesAsync(Guid learner, CancellationToken cancel = default) =>
        (await clickHouse.ListAsync<Course>(
            "SELECT course_id FROM enrolments FINAL WHERE learner_id = {learner:UUID} ORDER BY course_id", [("learner", learner)], cancel))
        .ConvertAll(course => course.CourseId);

    /// <summary>How many statements there are of somebody, learner of a course or not.</summary>
    public async Task<long> StatementsAsync(Guid learner, CancellationToken cancel = default) =>
        (await clickHouse.ListAsync<Count>(
            "SELECT count() AS number FROM statements FINAL WHERE learner_id = {learner:UUID}", [("learner", learner)], cancel)).Single().Number;

    /// <summary>All that the learner's numbers in a course come from; null: this is no learner of it.</summary>
    public async Task<LearnerRecord?> ReadAsync(Guid learner, string courseId, CancellationToken cancel = default)
    {
        (string, object?)[] key = [("learner", learner), ("course", courseId)];
        // First what a run writes first, and last whether one came in between.
        var enrolments = await ListAsync<StoredEnrolment>("enrolment", key, cancel);
        if (enrolments.Count == 0) return null;
        var sections = await ListAsync<StoredSection>("sections", key, cancel);
        var visits = await ListAsync<StoredVisit>("visits", key, cancel);
        var outlines = await new OutlineHistory(clickHouse).VersionsAsync(courseId, cancel);
        var statements = await ListAsync<StoredStatement>("statements", key, cancel);
        var pending = await ListAsync<Count>("pending", [.. key, ("run", enrolments[0].RowVersion)], cancel);
        return new LearnerRecord(enrolments[0], statements, visits, sections, outlines, pending[0].Number > 0);
    }

    private Task<List<T>> ListAsync<T>(string name, (string, object?)[] parameters, CancellationToken cancel) =>
        clickHouse.ListAsync<T>(MetricsSql.Explanation(name), parameters, cancel);

    private sealed record Count(long Number);

    private sealed record Learner(Guid LearnerId);

    private sealed record Course(string CourseId);
}
