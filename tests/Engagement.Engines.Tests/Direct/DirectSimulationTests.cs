using System.Globalization;
using System.Text.Json;
using Engagement.ClickHouse;
using Engagement.Direct;
using Engagement.Engines.Tests.Engines;
using Engagement.Metrics;
using Engagement.Simulator;
using Engagement.Simulator.Direct;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Direct;

/// <summary>What ClickHouse makes itself is what the simulator would have sent: as many, as consistent, and alike.</summary>
public class DirectSimulationTests
{
    private const string EveryRow = """
        SELECT (count(), groupBitXor(cityHash64(statement_id, learner_id, course_id, verb, role, activity_id, parents, duration_us, active_us, occurred_at, kafka_partition, kafka_offset)))
        FROM statements FINAL
        """;

    private sealed record Share(string Verb, double Percent);

    private sealed record Status(string Name);

    [Fact]
    public async Task Statements_are_as_many_as_wanted_and_the_same_each_time()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var told = new List<long>();
        var progress = new Told(told);
        await DirectSimulation.RunAsync(clickHouse, new() { Statements = 20_000 }, progress, CancellationToken.None);
        Assert.Equal(20_000, told.Max());
        Assert.InRange(await NumberAsync(clickHouse, "SELECT count() FROM statements"), 19_800, 20_200);
        Assert.Equal("0", await clickHouse.ScalarAsync("SELECT count() - uniqExact(statement_id) FROM statements"));
        Assert.Equal("0", await clickHouse.ScalarAsync("SELECT count() - uniqExact(kafka_partition, kafka_offset) FROM statements"));

        var once = await clickHouse.ScalarAsync(EveryRow);
        await DirectSimulation.RunAsync(clickHouse, new() { Statements = 20_000 }, null, CancellationToken.None);
        Assert.Equal(once, await clickHouse.ScalarAsync(EveryRow));
        using var another = await ClickHouseEngine.NewDatabaseAsync();
        await DirectSimulation.RunAsync(another, new() { Statements = 20_000, Seed = 2 }, null, CancellationToken.None);
        Assert.NotEqual(once, await another.ScalarAsync(EveryRow));
    }

    [Fact]
    public async Task Metrics_find_every_learner_and_section()
    {
        var options = new DirectOptions { Statements = 40_000, Courses = 4 };
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await DirectSimulation.RunAsync(clickHouse, options, null, CancellationToken.None);

        // A touch for each learner, that spans all there is of them.
        Assert.Equal("0", await clickHouse.ScalarAsync("""
            SELECT count() FROM (SELECT learner_id, min(stored_at) AS first, max(stored_at) AS last FROM statements GROUP BY learner_id) AS s
            LEFT JOIN (SELECT learner_id, min(stored_from) AS since, max(stored_until) AS until FROM touches GROUP BY learner_id) AS t USING learner_id
            WHERE first < since OR last > until
            """));
        var run = new MetricsRun(clickHouse, Options.Create(new MetricsOptions()));
        Assert.True((await run.RunAsync()).IsFinished);
        Assert.True(await run.IsUpToDateAsync());

        Assert.Equal(options.Courses, await NumberAsync(clickHouse, "SELECT uniqExact(course_id) FROM enrolments FINAL WHERE NOT is_inferred"));
        Assert.Equal("0", await clickHouse.ScalarAsync("SELECT count() FROM enrolments FINAL WHERE is_inferred"));
        Assert.Equal("0", await clickHouse.ScalarAsync("""
            SELECT count() FROM (SELECT DISTINCT learner_id, course_id FROM statements FINAL WHERE role NOT IN ('feedback', 'void')) AS s
            WHERE (learner_id, course_id) NOT IN (SELECT learner_id, course_id FROM enrolments FINAL)
            """));
        var statuses = await clickHouse.ListAsync<Status>("SELECT DISTINCT status AS name FROM section_engagement FINAL ORDER BY status");
        Assert.Equal(["not-reached", "engaged", "deferred", "unknown", "rushed", "jumped"], statuses.Select(status => status.Name));
        // What is about no course belongs to a section.
        Assert.Equal(await clickHouse.ScalarAsync("""
            SELECT count() FROM statements FINAL
            WHERE role NOT IN ('feedback', 'void') AND activity_id != course_id AND statement_id NOT IN (SELECT voided_id FROM statements)
            """), await clickHouse.ScalarAsync("SELECT sum(statements) FROM visits FINAL"));
    }

    [Fact]
    public async Task Statements_keep_to_their_course_and_its_time()
    {
        var options = new DirectOptions { Statements = 40_000, Courses = 6 };
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await DirectSimulation.RunAsync(clickHouse, options, null, CancellationToken.None);

        Assert.Equal("0", await clickHouse.ScalarAsync(
            "SELECT count() FROM statements WHERE occurred_at < {start:DateTime64(6, 'UTC')} OR occurred_at >= {end:DateTime64(6, 'UTC')}",
            [("start", options.Start), ("end", options.End)]));
        // Nobody answers the self-directed; what is answered was asked or handed in before, by somebody else, in that course.
        Assert.Equal("self-directed", await clickHouse.ScalarAsync("""
            SELECT DISTINCT mode FROM course_outlines FINAL
            WHERE course_id NOT IN (SELECT course_id FROM statements WHERE role = 'feedback')
            """));
        Assert.Equal("1", await clickHouse.ScalarAsync("""
            SELECT count() > 100 AND min(q.verb IN ('http://activitystrea.ms/schema/1.0/submit', 'http://adlnet.gov/expapi/verbs/asked')
                AND q.occurred_at < a.occurred_at AND q.course_id = a.course_id AND q.learner_id != a.learner_id)
            FROM (SELECT * FROM statements WHERE role = 'feedback') AS a LEFT JOIN statements AS q ON q.statement_id = a.refers_to_id
            """));
        Assert.Equal("1", await clickHouse.ScalarAsync("""
            SELECT count() BETWEEN 20 AND 80 AND min(voided_id IN (SELECT statement_id FROM statements WHERE role != 'void')) FROM statements WHERE role = 'void'
            """));
        // One learner in twenty takes two courses.
        Assert.InRange(await NumberAsync(clickHouse, """
            SELECT 1000 * countIf(courses = 2) / count() FROM
            (SELECT learner_id, uniqExact(course_id) AS courses FROM statements WHERE role NOT IN ('feedback', 'void') GROUP BY learner_id)
            """), 40, 55);
    }

    [Fact]
    public async Task Statements_are_like_the_simulators()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        await DirectSimulation.RunAsync(clickHouse, new() { Statements = 200_000 }, null, CancellationToken.None);
        var made = (await clickHouse.ListAsync<Share>("""
            SELECT verb, 100 * count() / (SELECT count() FROM statements) AS percent FROM statements WHERE role != 'void' GROUP BY verb
            """)).ToDictionary(share => share.Verb, share => share.Percent);

        const int learners = 1000;
        var sent = new Simulation(new() { Learners = learners }).Statements().Select(VerbOf).CountBy(verb => verb).ToDictionary();
        var all = sent.Values.Sum();
        Assert.Equal(sent.Keys.Order(), made.Keys.Order());
        Assert.All(sent, verb =>
        {
            var percent = 100.0 * verb.Value / all;
            Assert.InRange(made[verb.Key], percent * 0.85 - 0.03, percent * 1.15 + 0.03);
        });
        var each = await NumberAsync(clickHouse, "SELECT count() / uniqExact(registration) FROM statements WHERE role != 'void'");
        Assert.InRange(each, 0.92 * all / learners, 1.08 * all / learners);
    }

    [Theory]
    [InlineData(999, 1)]
    [InlineData(1_000, 0)]
    [InlineData(1_000, 10_001)]
    public async Task Too_few_or_too_many_are_refused(long statements, int courses)
    {
        using var nowhere = new ClickHouseClient(new ClickHouseOptions { Url = "http://127.0.0.1:1" });
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            () => DirectSimulation.RunAsync(nowhere, new() { Statements = statements, Courses = courses }, null, CancellationToken.None));
    }

    private static async Task<double> NumberAsync(ClickHouseClient clickHouse, string sql) =>
        double.Parse((await clickHouse.ScalarAsync(sql))!, CultureInfo.InvariantCulture);

    private static string VerbOf(SimulatedStatement statement)
    {
        using var json = JsonDocument.Parse(statement.Utf8);
        return json.RootElement.GetProperty("verb").GetProperty("id").GetString()!;
    }

    private sealed class Told(List<long> counts) : IProgress<long>
    {
        public void Report(long value)
        {
            lock (counts) counts.Add(value);
        }
    }
}
