using System.Globalization;
using System.Text;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.Metrics;
using Engagement.Simulator;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.EndToEnd;

/// <summary>From a simulated platform over Kafka and ClickHouse to the numbers, against what the simulator knows.</summary>
public class SimulatedCourseTests(KafkaEngine kafka) : IClassFixture<KafkaEngine>
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_pipeline_finds_the_truth()
    {
        using var deadline = new CancellationTokenSource(s_deadline);
        var simulation = new Simulation(new() { Seed = 60, Learners = 60 });
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();

        await simulation.IngestAsync(kafka, clickHouse, deadline.Token);
        await new MetricsRun(clickHouse, Options.Create(new MetricsOptions())).RunAsync(deadline.Token);

        Assert.Equal("0", await clickHouse.ScalarAsync("SELECT count() FROM rejected_events FINAL"));
        Assert.Equal(Expected(simulation), await FoundAsync(clickHouse));
        await AssertNothingPersonalAsync(simulation, clickHouse);
    }

    private sealed record Line(string Text);

    private static List<string> Expected(Simulation simulation) =>
    [
        .. simulation.Truth.Learners.SelectMany(learner => learner.Sections.Select(section => string.Join(' ',
            SimulatedIngest.Pseudonym.Of(Encoding.UTF8.GetBytes(learner.Identifier)), section.SectionId, section.Position, section.StatusText,
            section.Visits, section.OpenVisits, section.DeclaredVisits, section.ClippedVisits,
            Milliseconds(section.Low), Milliseconds(section.High), section.Responses, Unix(section.FirstAt), Unix(section.LastAt))))
            .Order(StringComparer.Ordinal),
    ];

    private static async Task<List<string>> FoundAsync(ClickHouseClient clickHouse)
    {
        var lines = await clickHouse.ListAsync<Line>("""
            SELECT concatWithSeparator(' ', learner_id, section_id, position, status, visits, open_visits, declared_visits, clipped_visits,
                toInt64(seconds_low * 1000), toInt64(seconds_high * 1000), responses,
                ifNull(toString(toUnixTimestamp64Milli(first_at)), '-'), ifNull(toString(toUnixTimestamp64Milli(last_at)), '-')) AS text
            FROM section_engagement FINAL
            """);
        return [.. lines.Select(line => line.Text).Order(StringComparer.Ordinal)];
    }

    private static async Task AssertNothingPersonalAsync(Simulation simulation, ClickHouseClient clickHouse)
    {
        var rows = await clickHouse.ListAsync<Line>("""
            SELECT DISTINCT concatWithSeparator('|', course_id, activity_id, activity_type, activity_name, toString(parents), toString(groupings),
                verb, platform, attempt_id) AS text FROM statements FINAL
            """);
        var stored = string.Join('\n', rows.Select(row => row.Text));
        Assert.All(simulation.Truth.PersonalTexts, text => Assert.DoesNotContain(text, stored, StringComparison.OrdinalIgnoreCase));
    }

    private static long Milliseconds(TimeSpan time) => (long)time.TotalMilliseconds;

    private static string Unix(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) ?? "-";
}
