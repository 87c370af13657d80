using System.Globalization;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Attrition;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Metrics;
using Engagement.Engines.Tests.Metrics.Reference;
using Engagement.Erasure.Retention;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Erasure.Retention;

/// <summary>A learner's course goes as a whole once their last statement there is older than the limit, and nothing else does.</summary>
public class RetentionRunTests
{
    private const string Maths = "https://example.org/maths", Music = "https://example.org/music";
    private static readonly DateTimeOffset Now = new(2026, 6, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Gone = new("10000000-0000-4000-8000-000000000001"), Active = new("20000000-0000-4000-8000-000000000002"), Teacher = new("30000000-0000-4000-8000-000000000003");

    [Fact]
    public async Task Learners_of_courses_go_whole_and_nobody_who_is_still_there_loses_a_row()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var metrics = new MetricsRun(clickHouse, Options.Create(new MetricsOptions()));
        var submitted = Said(Gone, Maths, "2023-03-01 10:00:00");
        await clickHouse.StoreAsync(
        [
            submitted, Said(Gone, Maths, "2024-01-01 10:00:00"), Said(Gone, Music, "2026-05-01 10:00:00"),
            Said(Active, Maths, "2023-03-01 10:00:00"), Said(Active, Maths, "2026-05-01 10:00:00"),
            Said(Teacher, Maths, "2023-03-02 10:00:00") with { Role = "feedback", Activity = "", RefersTo = submitted.Id },
        ]);
        await metrics.RunAsync();
        await clickHouse.InsertRowsAsync("rejected_events", [Rejected("2023-01-01 00:00:00"), Rejected("2026-06-01 00:00:00")]);
        var kept = await LeftAsync(clickHouse, Active);

        var forEver = Run(clickHouse, metrics, 0);
        Assert.Equal(new RetentionResult(0, 0, 0), await forEver.RunAsync());
        Assert.Equal(new RetentionResult(0, 0, 0), await Run(clickHouse, metrics, 0, (Maths, 60)).RunAsync());
        Assert.Equal(new RetentionResult(0, 0, 1), await Run(clickHouse, metrics, 24, (Maths, 0)).RunAsync());

        var run = Run(clickHouse, metrics, 24);
        var due = Assert.Single(await run.DueAsync());
        Assert.Equal((Maths, 1, new DateTimeOffset(2024, 1, 1, 10, 0, 0, TimeSpan.Zero)), (due.CourseId, due.Learners, due.OldestAt));
        Assert.Equal(new RetentionResult(1, 1, 0), await run.RunAsync());
        Assert.Equal(new RetentionResult(0, 0, 0), await run.RunAsync());
        await metrics.RunAsync();
        Assert.True(await metrics.IsUpToDateAsync());
        Assert.Equal(new RetentionResult(0, 0, 0), await run.RunAsync());

        Assert.Equal(Music, await clickHouse.ScalarAsync("SELECT groupArray(course_id)[1] FROM enrolments FINAL WHERE learner_id = {l:UUID} HAVING count() = 1", [("l", Gone)]));
        foreach (var table in new[] { "visits", "section_engagement", "learner_days", "contributions", "learner_activities" })
            Assert.Equal("0", await clickHouse.ScalarAsync($"SELECT count() FROM {table} FINAL WHERE learner_id = {{l:UUID}} AND course_id = {{c:String}}", [("l", Gone), ("c", Maths)]));
        Assert.Equal("1", await clickHouse.ScalarAsync("SELECT count() FROM statements FINAL WHERE learner_id = {l:UUID}", [("l", Gone)]));
        Assert.Equal("1", await clickHouse.ScalarAsync("SELECT count() FROM statement_contents FINAL WHERE learner_id = {l:UUID}", [("l", Gone)]));
        Assert.Equal("0", await clickHouse.ScalarAsync("SELECT count() FROM statements FINAL WHERE learner_id = {l:UUID}", [("l", Teacher)]));
        Assert.Equal("0", await clickHouse.ScalarAsync("SELECT count() FROM statement_refs FINAL"));
        Assert.Equal(kept, await LeftAsync(clickHouse, Active));
        Assert.Equal("1", await clickHouse.ScalarAsync("SELECT count() FROM rejected_events"));
        await Subqueries.NoneTwiceAsync(clickHouse);
    }

    [Fact]
    public async Task Who_has_come_back_but_is_not_computed_yet_is_left_alone()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var metrics = new MetricsRun(clickHouse, Options.Create(new MetricsOptions()));
        await clickHouse.StoreAsync([Said(Gone, Maths, "2023-03-01 10:00:00")]);
        await metrics.RunAsync();
        await clickHouse.StoreAsync([Said(Gone, Maths, "2026-06-14 10:00:00")]);
        Assert.Equal(new RetentionResult(0, 0, 0), await Run(clickHouse, metrics, 24).RunAsync());
        Assert.Equal("2", await clickHouse.ScalarAsync("SELECT count() FROM statements FINAL"));
    }

    [Fact]
    public void Limits_that_can_not_be_are_refused()
    {
        var options = new RetentionOptions { Courses = { new() { Course = Maths, Months = -1 }, new() { Course = Maths, Months = 1 }, new() } };
        Assert.Equal(3, options.Validate(new(options)).Count());
    }

    private static RetentionRun Run(ClickHouseClient clickHouse, MetricsRun metrics, int months, params (string Course, int Months)[] courses)
    {
        var options = new RetentionOptions { Months = months };
        foreach (var (course, its) in courses) options.Courses.Add(new() { Course = course, Months = its });
        return new(clickHouse, metrics, Options.Create(options), new SetTime { Now = Now });
    }

    private static async Task<string> LeftAsync(ClickHouseClient clickHouse, Guid learner)
    {
        var rows = new List<string>();
        foreach (var table in new[] { "statements", "statement_contents", "enrolments", "visits", "section_engagement", "learner_days", "contributions" })
            rows.Add(table + await clickHouse.ScalarAsync($"SELECT count() FROM {table} FINAL WHERE learner_id = {{l:UUID}}", [("l", learner)]));
        return string.Join(' ', rows);
    }

    private static ReferenceStatement Said(Guid learner, string course, string at)
    {
        var micros = (long)(DateTime.ParseExact(at, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) - DateTime.UnixEpoch).TotalMicroseconds;
        return new()
        {
            Id = Guid.NewGuid(), Learner = learner, Course = course, Groupings = [course], Verb = "http://activitystrea.ms/schema/1.0/submit", Role = "act",
            Activity = course + "/page", At = micros, StoredAt = micros,
        };
    }

    private static object Rejected(string at) => new
    {
        KafkaTopic = "t", KafkaPartition = 0, KafkaOffset = 1, KafkaIndex = 0, ContentHash = at[..16], Rule = "r", Path = "$", Reason = "why", RejectedAt = at,
    };
}
