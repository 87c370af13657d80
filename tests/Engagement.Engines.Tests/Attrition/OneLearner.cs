using Engagement.Attrition.Features;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Metrics;

namespace Engagement.Engines.Tests.Attrition;

/// <summary>
/// A course that runs 100 days from 2026-01-05 (a Monday), its work due on days 10 and 24, a pause from day 20 to 22, and its
/// learners. Days are those of the run.
/// </summary>
internal sealed class OneLearner(ClickHouseClient clickHouse)
{
    public const string Course = "urn:course";
    public static readonly DateOnly FirstDay = new(2026, 1, 5);
    public static readonly Guid Learner = new("00000000-0000-0000-0000-000000000001");

    private int _version;

    public async Task SetUpAsync()
    {
        await InsertAsync("course_runs", new() { ["course_id"] = Course, ["first_day"] = Date(0), ["last_day"] = Date(100) });
        await InsertAsync("pauses", new() { ["course_id"] = Course, ["first_day"] = Date(20), ["last_day"] = Date(22), ["name"] = "holiday" });
        await clickHouse.ExecuteAsync(
            """
            INSERT INTO course_outlines (course_id, origin, version, valid_from, sections, row_version)
            SELECT {course:String}, 'declared', '', toDateTime64('2026-01-01', 6, 'UTC'),
                [('first', 'First', 'assessment', [], NULL, true, NULL, NULL, toDateTime64({first:Date32}, 6, 'UTC'), 0.25),
                 ('second', 'Second', 'assessment', [], NULL, true, NULL, NULL, toDateTime64({second:Date32}, 6, 'UTC'), 0.75)], 1
            """,
            [("course", Course), ("first", FirstDay.AddDays(10)), ("second", FirstDay.AddDays(24))]);
    }

    public Task EnrolAsync(int registered, int? withdrawn = null, Guid? learner = null, int? completed = null) => InsertAsync("enrolments", new()
    {
        ["learner_id"] = learner ?? Learner, ["course_id"] = Course, ["registered_at"] = Time(registered), ["started_at"] = Time(registered), ["first_at"] = Time(registered),
        ["last_at"] = Time(registered), ["withdrawn_at"] = withdrawn is { } day ? Time(day) : null, ["completed_at"] = completed is { } done ? Time(done) : null,
    });

    public Task DoAsync(int day, string kind, int statements, int sections, Guid? learner = null) => InsertAsync("learner_days", new()
    {
        ["course_id"] = Course, ["learner_id"] = learner ?? Learner, ["day"] = Date(day), ["kind"] = kind, ["statements"] = statements, ["sections"] = sections,
    });

    public async Task<Guid> HandInAsync(int day, string section, double? score = null, int markedOn = 0)
    {
        var statement = Guid.NewGuid();
        await InsertAsync("contributions", new()
        {
            ["course_id"] = Course, ["learner_id"] = Learner, ["statement_id"] = statement, ["what"] = "submission", ["section_id"] = section,
            ["kind"] = "assessment", ["made_at"] = Time(day),
        });
        if (score is { } worth)
            await InsertAsync("marks", new()
            {
                ["course_id"] = Course, ["learner_id"] = Learner, ["section_id"] = section, ["statement_id"] = statement, ["score"] = worth, ["known_at"] = Time(markedOn),
            });
        return statement;
    }

    public Task AskForHelpAsync(int day) => InsertAsync("contributions", new()
    {
        ["course_id"] = Course, ["learner_id"] = Learner, ["statement_id"] = Guid.NewGuid(), ["what"] = "question", ["made_at"] = Time(day),
    });

    public Task AnswerAsync(Guid statement, int day) => InsertAsync("statement_refs", new()
    {
        ["target_id"] = statement, ["statement_id"] = Guid.NewGuid(), ["learner_id"] = Guid.NewGuid(), ["role"] = "feedback", ["occurred_at"] = Time(day),
    });

    public Task ReachAsync(int position, string kind, string status, int? opened = null, int? engaged = null) => InsertAsync("section_engagement", new()
    {
        ["course_id"] = Course, ["learner_id"] = Learner, ["section_id"] = $"section-{position}", ["position"] = position, ["kind"] = kind, ["status"] = status,
        ["first_at"] = opened is { } first ? Time(first) : null, ["engaged_at"] = engaged is { } reached ? Time(reached) : null,
    });

    /// <summary>The learner's features at the end of a day, by name.</summary>
    public async Task<Dictionary<string, float>> FeaturesAsync(int day)
    {
        var weeks = await new PersonWeeksQuery(clickHouse).AskAsync(Cuts.OnDay(day));
        var row = Enumerable.Range(0, weeks.Rows).Single(row => weeks.Learners[weeks.Learner[row]] == Learner);
        return FeatureList.Names.Index().ToDictionary(name => name.Item, name => weeks.Features.Row(row)[name.Index]);
    }

    private Task InsertAsync(string table, Dictionary<string, object?> row)
    {
        row["row_version"] = ++_version;
        return clickHouse.InsertRowsAsync(table, [row]);
    }

    private static string Date(int day) => FirstDay.AddDays(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Time(int day) => Date(day) + " 12:00:00";
}
