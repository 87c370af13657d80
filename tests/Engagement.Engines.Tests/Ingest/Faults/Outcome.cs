using System.Globalization;
using System.Text;
using Confluent.Kafka;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Ingest.Faults;

/// <summary>
/// What a run left behind, row by row, without what the clock decides: every statement under its coordinates, every refusal and
/// its dead letter, and the metrics computed from them. A dead letter may lie in its topic twice, and is one here.
/// </summary>
internal sealed record Outcome(
    IReadOnlySet<string> Statements, IReadOnlySet<string> Contents, IReadOnlySet<string> Conflicts,
    IReadOnlySet<string> Rejected, IReadOnlySet<string> Letters, IReadOnlySet<string> Visits, IReadOnlySet<string> Sections)
{
    private sealed record Line(string Text);

    private sealed record Lying(int Partition, long Offset, string At);

    public static async Task<Outcome> OfAsync(ClickHouseClient clickHouse, Rig rig)
    {
        await ComputeAsync(new MetricsRun(clickHouse, Options.Create(new MetricsOptions())));
        var letters = rig.DeadLetters();
        await AssertEachRefusalPointsAtItsLetterAsync(clickHouse, letters);
        return new Outcome(
            await LinesAsync(clickHouse, "* EXCEPT (broker_at, stored_at)", "statements"),
            await LinesAsync(clickHouse, "* EXCEPT (stored_at)", "statement_contents"),
            await LinesAsync(clickHouse, "* EXCEPT (stored_at, winner_stored_at, found_at, row_version)", "conflicts"),
            await LinesAsync(clickHouse, "* EXCEPT (content_hash, dead_letter_offset, broker_at, rejected_at), hex(content_hash)", "rejected_events"),
            letters.Select(l => $"{l.Partition.Value} {Coordinates(l)} {Convert.ToHexString(l.Message.Value)}").ToHashSet(),
            await LinesAsync(clickHouse, "* EXCEPT (row_version)", "visits"),
            await LinesAsync(clickHouse, "* EXCEPT (computed_at, row_version)", "section_engagement"));
    }

    /// <summary>Fails, with some of the rows that differ.</summary>
    public void AssertIs(Outcome expected)
    {
        AssertSame(expected.Statements, Statements, "statements");
        AssertSame(expected.Contents, Contents, "contents of statements");
        AssertSame(expected.Conflicts, Conflicts, "conflicts");
        AssertSame(expected.Rejected, Rejected, "rejected events");
        AssertSame(expected.Letters, Letters, "dead letters");
        AssertSame(expected.Visits, Visits, "visits");
        AssertSame(expected.Sections, Sections, "section engagement");
    }

    private static Task ComputeAsync(MetricsRun metrics) => Until.TrueAsync(async () =>
    {
        await metrics.RunAsync();
        return await metrics.IsUpToDateAsync();
    }, "the metrics are up to date");

    private static void AssertSame(IReadOnlySet<string> expected, IReadOnlySet<string> found, string what)
    {
        string[] missing = [.. expected.Except(found)], surplus = [.. found.Except(expected)];
        Assert.True(missing.Length + surplus.Length == 0,
            $"Of the {what}, {missing.Length} of {expected.Count} are missing and {surplus.Length} are not of the undisturbed run.\n"
            + $"Missing: {string.Join('\n', missing.Take(3))}\nToo many: {string.Join('\n', surplus.Take(3))}");
    }

    private static async Task<IReadOnlySet<string>> LinesAsync(ClickHouseClient clickHouse, string columns, string table)
    {
        var lines = await clickHouse.ListAsync<Line>($"SELECT toString(tuple({columns})) AS text FROM {table} FINAL");
        var set = lines.Select(l => l.Text).ToHashSet();
        Assert.Equal(lines.Count, set.Count); // one that counts twice
        return set;
    }

    private static async Task AssertEachRefusalPointsAtItsLetterAsync(ClickHouseClient clickHouse, List<ConsumeResult<byte[], byte[]>> letters)
    {
        var lying = letters.ToDictionary(l => (l.Partition.Value, l.Offset.Value), Coordinates);
        var refusals = await clickHouse.ListAsync<Lying>("""
            SELECT dead_letter_partition AS partition, dead_letter_offset AS offset,
                concatWithSeparator('/', kafka_topic, toString(kafka_partition), toString(kafka_offset), toString(kafka_index)) AS at
            FROM rejected_events FINAL
            """);
        Assert.All(refusals, r => Assert.Equal(r.At, lying.GetValueOrDefault((r.Partition, r.Offset))));
    }

    private static string Coordinates(ConsumeResult<byte[], byte[]> letter) => string.Create(CultureInfo.InvariantCulture,
        $"{Header(letter, "topic")}/{Header(letter, "partition")}/{Header(letter, "offset")}/{Header(letter, "index")}");

    private static string Header(ConsumeResult<byte[], byte[]> letter, string name) =>
        Encoding.UTF8.GetString(letter.Message.Headers.GetLastBytes("engagement-" + name));
}
