using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Metrics;

/// <summary>Summaries, and reports: what they hold back where fewer than five learners are behind a figure.</summary>
public class ReportTests
{
    private const string Course = "https://example.org/course";

    [Fact]
    public async Task A_section_tells_outcomes_of_five_who_reached_it_and_of_five_known_ones_and_times_of_five_who_opened_it()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await DeclareAsync(clickHouse, Course, "full", "few-reached", "few-known", "few-opened", "nobody");
        await SectionAsync(clickHouse, "full", "engaged", "engaged", "engaged", "deferred", "rushed", "jumped");
        await SectionAsync(clickHouse, "few-reached", "engaged", "engaged", "rushed", "jumped", "not-reached", "not-reached");
        await SectionAsync(clickHouse, "few-known", "engaged", "engaged", "rushed", "unknown", "unknown", "unknown");
        await SectionAsync(clickHouse, "few-opened", "engaged", "rushed", "jumped", "jumped", "jumped", "jumped");
        await SectionAsync(clickHouse, "nobody", "not-reached", "not-reached", "not-reached", "not-reached", "not-reached", "not-reached");

        Assert.Equal(
            [
                "full 6 6 5 4 0.3333 20 30 40",
                "few-reached 6 4 3 2 0.5 15 20 25",
                "few-known 6 6 6 2 0.3333 22.5 35 47.5",
                "few-opened 6 6 2 1 0.8333 12.5 15 17.5",
                "nobody 6 0 0 0 - - - -",
            ],
            await LinesAsync(clickHouse, """
                SELECT section_id, learners, reached, opened, engaged + deferred, round(skip_rate, 4), q25, median, q75
                FROM section_summary ORDER BY position
                """));
        Assert.Equal(
            [
                "full 6 5 3 1 1 1 0 2 6 0.3333 30 5",
                "few-reached - - - - - - - - - - - -",
                "few-known 6 - - - - - - - - - 35 6",
                "few-opened 6 - 1 0 1 4 0 5 6 0.8333 - -",
                "nobody 0 0 0 0 0 0 0 0 0 - - 0",
            ],
            await LinesAsync(clickHouse, """
                SELECT section_id, reached, opened, engaged, deferred, rushed, jumped, unknown, skipped, known, round(skip_rate, 4), median, visits
                FROM section_report ORDER BY position
                """));
    }

    [Fact]
    public async Task Courses_and_their_groups_are_told_of_from_five_learners_on()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await DeclareAsync(clickHouse, "unused", "a");
        await EnrolAsync(clickHouse);

        Assert.Equal(
            ["four 4 0 0 0 0 0 -", $"{Course} 6 1 2 0.1667 0.3333 4 2.5", "unused 0 0 0 - - 0 -"],
            await LinesAsync(clickHouse, """
                SELECT course_id, learners, completed, gave_up, round(completion_rate, 4), round(attrition_rate, 4), waited, waiting_days_median
                FROM course_summary ORDER BY course_id
                """));
        Assert.Equal(
            ["four - - - - -", $"{Course} 6 1 2 0.1667 -", "unused 0 0 0 - -"],
            await LinesAsync(clickHouse, """
                SELECT course_id, learners, completed, gave_up, round(completion_rate, 4), waiting_days_median
                FROM course_report ORDER BY course_id
                """));
        Assert.Equal(
            ["blue 1 0 0 0", "red 5 1 2 0.4"],
            await LinesAsync(clickHouse, "SELECT cohort, learners, completed, gave_up, attrition_rate FROM group_summary WHERE course_id != 'four' ORDER BY cohort"));
        Assert.Equal(
            ["blue - - - -", "red 5 1 2 0.4"],
            await LinesAsync(clickHouse, "SELECT cohort, learners, completed, gave_up, attrition_rate FROM group_report WHERE course_id != 'four' ORDER BY cohort"));
    }

    [Fact]
    public async Task A_day_of_a_course_is_told_of_from_five_learners_on()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await clickHouse.InsertRowsAsync("learner_days",
            from day in new[] { (Day: "2026-03-02", Learners: 5), (Day: "2026-03-03", Learners: 4) }
            from learner in Enumerable.Range(1, day.Learners)
            from kind in new[] { "content", "try-it" }
            select new { CourseId = Course, LearnerId = Learner(learner), day.Day, Kind = kind, Statements = 3, Responses = 1 });
        Assert.Equal(
            ["2026-03-02 0 5 30 10", "2026-03-03 1 - - -"],
            await LinesAsync(clickHouse, "SELECT day, suppressed, learners, statements, responses FROM course_daily_report ORDER BY day"));
    }

    [Fact]
    public async Task Survival_is_told_as_far_as_five_learners_are_in_sight()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await EnrolAsync(clickHouse);
        Assert.Equal(
            ["2 6 1 0.8333", "3 5 1 0.6667", "10 4 0 0.6667", "19 3 0 0.6667"],
            await LinesAsync(clickHouse, "SELECT day, at_risk, gave_up, round(staying, 4) FROM survival WHERE course_id != 'four' ORDER BY day"));
        Assert.Equal(
            ["2 0.8333", "3 0.6667"],
            await LinesAsync(clickHouse, "SELECT day, round(staying, 4) FROM survival_report ORDER BY day"));
    }

    [Fact]
    public async Task Answers_discussions_and_skips_are_told_of_from_five_learners_on()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await EnrolAsync(clickHouse);
        await SectionAsync(clickHouse, "a", "engaged", "rushed", "jumped", "jumped", "engaged", "jumped");
        foreach (var learner in Enumerable.Range(1, 5)) await ContributeAsync(clickHouse, "submission", learner, answeredAfterHours: learner);
        await ContributeAsync(clickHouse, "submission", 5);
        foreach (var learner in Enumerable.Range(1, 4)) await ContributeAsync(clickHouse, "question", learner);
        await ContributeAsync(clickHouse, "post", 1, answeredAfterHours: 2);
        await ContributeAsync(clickHouse, "share", 2);

        Assert.Equal(
            ["submission 5 6 5 1 2 3 4", "question 4 4 0 4 - - -", "post 1 1 1 0 2 2 2", "share 1 1 0 1 - - -"],
            await LinesAsync(clickHouse, """
                SELECT what, learners, made, answered, unanswered, hours_q25, hours_median, hours_q75
                FROM answer_summary ORDER BY what
                """));
        Assert.Equal(
            ["submission 5 6 1 2 3 4", "question - - - - - -", "post - - - - - -", "share - - - - - -"],
            await LinesAsync(clickHouse, """
                SELECT what, learners, made, unanswered, hours_q25, hours_median, hours_q75
                FROM answer_report ORDER BY what
                """));
        Assert.Equal(
            ["four 4 0 0 0 0 0 0 -", $"{Course} 6 1 0 1 0.3333 1 0 1"],
            await LinesAsync(clickHouse, """
                SELECT course_id, active, posted, replied, shared, round(take_up, 4), posts, unanswered_posts, replies_per_post
                FROM community_summary ORDER BY course_id
                """));
        Assert.Equal(
            ["four - - -", $"{Course} 6 1 0.3333"],
            await LinesAsync(clickHouse, "SELECT course_id, active, posted, round(take_up, 4) FROM community_report ORDER BY course_id"));
        Assert.Equal(
            ["blue 1 1 1 1", "red 5 3 5 0.6"],
            await LinesAsync(clickHouse, "SELECT cohort, learners, skipped, known, skip_rate FROM skip_summary ORDER BY cohort"));
        Assert.Equal(
            ["blue - - - -", "red 5 3 5 0.6"],
            await LinesAsync(clickHouse, "SELECT cohort, learners, skipped, known, skip_rate FROM skip_report ORDER BY cohort"));
    }

    private static Guid Learner(int number) => new(number, 0, 0, new byte[8]);

    private static async Task DeclareAsync(ClickHouseClient clickHouse, string course, params string[] ids)
    {
        var sections = ids.Select(id => new OutlineSection(id, id, "content", [$"{course}/{id}"], null, null, null, null, null, null));
        await new OutlineStore(clickHouse, TimeProvider.System).SaveAsync(new CourseOutline(course, course, "1", "facilitated", [.. sections]), DateTimeOffset.UnixEpoch);
    }

    // Learner 1 has the first status, and so on; who opened the section was there for 10 s, 20 s, ...
    private static Task SectionAsync(ClickHouseClient clickHouse, string section, params string[] statuses) =>
        clickHouse.InsertRowsAsync("section_engagement", statuses.Select((status, i) =>
        {
            var isOpened = status is not ("jumped" or "not-reached");
            return new Dictionary<string, object?>
            {
                ["course_id"] = Course, ["learner_id"] = Learner(i + 1), ["section_id"] = section, ["kind"] = "content", ["status"] = status,
                ["visits"] = isOpened ? 1 : 0, ["seconds_low"] = isOpened ? 10 * (i + 1) : 0, ["first_at"] = isOpened ? "2026-03-01 00:00:00" : null,
            };
        }));

    // Six learners of the course, of whom the third withdrew on the 4th, the fourth has been silent since the 3rd, the second
    // completed on the 11th; all others are there until the 20th. And four of another course.
    private static Task EnrolAsync(ClickHouseClient clickHouse) => clickHouse.InsertRowsAsync("enrolments",
        Enumerable.Range(1, 10).Select(learner => new Dictionary<string, object?>
        {
            ["course_id"] = learner <= 6 ? Course : "four", ["learner_id"] = Learner(learner), ["mode"] = "facilitated",
            ["cohort"] = learner <= 5 ? "red" : "blue",
            ["first_at"] = "2026-03-01 08:00:00", ["started_at"] = "2026-03-01 08:00:00", ["waiting_days"] = learner <= 4 ? learner : null,
            ["last_at"] = learner switch { 2 => "2026-03-11 08:00:00", 3 => "2026-03-04 08:00:00", 4 => "2026-03-03 08:00:00", _ => "2026-03-20 08:00:00" },
            ["completed_at"] = learner == 2 ? "2026-03-11 08:00:00" : null, ["withdrawn_at"] = learner == 3 ? "2026-03-04 08:00:00" : null,
        }));

    private static async Task ContributeAsync(ClickHouseClient clickHouse, string what, int learner, int? answeredAfterHours = null)
    {
        var id = Guid.NewGuid();
        await clickHouse.InsertRowsAsync("contributions", [new Dictionary<string, object?>
        {
            ["course_id"] = Course, ["learner_id"] = Learner(learner), ["statement_id"] = id, ["what"] = what, ["made_at"] = "2026-03-02 00:00:00",
        }]);
        if (answeredAfterHours is { } hours)
            await clickHouse.InsertRowsAsync("statement_refs", [new Dictionary<string, object?>
            {
                ["target_id"] = id, ["statement_id"] = Guid.NewGuid(), ["learner_id"] = Learner(100), ["role"] = "feedback",
                ["occurred_at"] = $"2026-03-02 {hours:00}:00:00",
            }]);
    }

    private static async Task<string[]> LinesAsync(ClickHouseClient clickHouse, string sql) =>
        (await clickHouse.TextAsync(sql + " SETTINGS format_tsv_null_representation = '-'", "TSV")).Replace('\t', ' ').TrimEnd('\n').Split('\n');
}
