using System.Text;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Ingest;

public class IngestTests(KafkaEngine kafka) : IClassFixture<KafkaEngine>
{
    private const int Count = 2000;

    [Fact]
    public async Task Every_statement_becomes_one_row_with_its_coordinates_and_its_learner_is_touched()
    {
        await using var rig = await Rig.NewAsync(kafka);
        await rig.ProduceAsync(Sample.Statements(0, Count));
        var worker = rig.Start();
        await rig.UntilStatementsAsync(Count);
        await worker.StopAsync();

        Assert.Equal(Count, await rig.CountAsync("count()", "statements"));
        Assert.Equal(Count, await rig.CountAsync("uniqExact(kafka_partition, kafka_offset)", $"statements WHERE kafka_topic = '{rig.Topic}'"));
        Assert.Equal(50, await rig.CountAsync("uniqExact(learner_id)", "touches"));
        Assert.Equal(0, await rig.CountAsync("count()", "statements WHERE learner_id NOT IN (SELECT learner_id FROM touches)"));
        Assert.Equal(0, await rig.CountAsync("count()", "rejected_events"));
        Assert.Equal(Count, worker.Status.Accepted);
        Assert.Equal(Count, rig.Committed());
    }

    [Fact]
    public async Task Columns_hold_what_the_statement_says()
    {
        await using var rig = await Rig.NewAsync(kafka);
        await rig.ProduceAsync([Encoding.UTF8.GetBytes("""
            {"id":"fd41c918-b88b-4b20-a0a5-a4c32391aaa0","actor":{"mbox":"mailto:a@example.org"},
            "verb":{"id":"http://adlnet.gov/expapi/verbs/answered"},"object":{"id":"https://example.org/q/ü"},
            "result":{"success":true,"completion":false,"score":{"scaled":0.5},"response":"forty","duration":"PT1M2.5S"},
            "context":{"registration":"ec531277-b57b-4c15-8d91-d292c5b2b8f7","platform":"P","language":"de-CH",
            "statement":{"objectType":"StatementRef","id":"a2f1d5f0-0c1d-4c0e-9a39-0242ac120002"},
            "contextActivities":{"category":[{"id":"https://example.org/winter","definition":{"type":"https://w3id.org/xapi/engagement/activity-types/cohort"}}],
            "parent":[{"id":"https://example.org/s"}],"grouping":[{"id":"https://example.org/c"},{"id":"https://example.org/d"}]}},
            "timestamp":"2026-03-01T10:00:00.123456+02:00"}
            """)]);
        await using var worker = rig.Start();
        await rig.UntilStatementsAsync(1);
        var row = await rig.Database.ScalarAsync("""
            SELECT concat_ws('|', statement_id, id_derived, registration, verb, role, object_type, activity_id, arrayStringConcat(parents, ','),
              arrayStringConcat(groupings, ','), course_id, cohort, duration_us, isNull(active_us), success, completion, scaled_score, response_length,
              platform, language, occurred_at, claimed_at, zone_assumed, kafka_index, voided_id = toUUIDOrZero(''), refers_to_id, abs(dateDiff('second', broker_at, stored_at)) < 600)
            FROM statements
            """.ReplaceLineEndings(" "));
        Assert.Equal(
            "fd41c918-b88b-4b20-a0a5-a4c32391aaa0|false|ec531277-b57b-4c15-8d91-d292c5b2b8f7|http://adlnet.gov/expapi/verbs/answered|act|Activity|https://example.org/q/ü|"
            + "https://example.org/s|https://example.org/c,https://example.org/d|https://example.org/c|https://example.org/winter|62500000|1|true|false|0.5|5|"
            + "P|de-CH|2026-03-01 08:00:00.123456|2026-03-01 08:00:00.123456|false|0|1|a2f1d5f0-0c1d-4c0e-9a39-0242ac120002|1", row);
    }

    [Fact]
    public async Task What_is_refused_is_counted_with_its_reason_and_kept_whole_and_the_rest_goes_through()
    {
        await using var rig = await Rig.NewAsync(kafka);
        rig.Options.MaxMessageBytes = 4 << 20;
        var giant = Encoding.UTF8.GetBytes("{\"x\":\"" + new string('a', 5 << 20) + "\"}");
        var notUtf8 = Sample.Statement(900);
        notUtf8[Array.IndexOf(notUtf8, (byte)'@')] = 0xff;
        byte[]?[] bad =
        [
            "{\"actor\":"u8.ToArray(),
            [],
            giant,
            notUtf8,
            Encoding.UTF8.GetBytes(new string('[', 10_000)),
            Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 10_000))),
        ];
        foreach (var (value, i) in bad.Select((v, i) => (v, i)))
        {
            await rig.ProduceAsync(Sample.Statements(i * 10, 10), partition: 1);
            await rig.ProduceAsync([value], partition: 1);
        }
        await rig.ProduceAsync(Sample.Statements(bad.Length * 10, 10), partition: 1);

        await using var worker = rig.Start();
        await rig.UntilStatementsAsync((bad.Length + 1) * 10);
        await rig.UntilAsync(async () => await rig.CountAsync("count()", "rejected_events FINAL") >= bad.Length, "rejections");
        Assert.Equal(bad.Length, await rig.CountAsync("uniqExact(kafka_offset)", "rejected_events WHERE rule != '' AND path != '' AND reason != '' AND kafka_partition = 1"));
        Assert.Equal(1, await rig.CountAsync("count()", $"rejected_events WHERE rule = 'message-size' AND bytes = {giant.Length}"));

        var letters = rig.DeadLetters();
        bad[4] = bad[4]![1..]; // of an array that breaks off, what is left from the break
        Assert.Equal(bad.Select(b => b ?? []), letters.Select(l => l.Message.Value));
        Assert.All(letters, l => Assert.Equal(1, l.Partition.Value));
        Assert.Equal(Enumerable.Range(1, bad.Length).Select(i => $"{i * 11 - 1}"), letters.Select(l => Header(l, "engagement-offset")));
        Assert.All(letters, l => Assert.NotEmpty(Header(l, "engagement-reason")));
        Assert.All(letters, l => Assert.Equal(rig.Topic, Header(l, "engagement-topic")));
        Assert.Equal("learner-0", Encoding.UTF8.GetString(letters[0].Message.Key));
        await worker.StopAsync();
        Assert.Equal(bad.Length, worker.Status.Rejected);
        Assert.Equal(bad.Length * 11 + 10, rig.Committed());
    }

    [Fact]
    public async Task What_is_ignored_alone_lets_the_offset_pass_and_is_counted_by_rule_and_no_dead_letter()
    {
        await using var rig = await Rig.NewAsync(kafka);
        var media = Encoding.UTF8.GetBytes(Sample.UnusedEvent);
        await rig.ProduceAsync([null, media, media], partition: 1);
        await using var worker = rig.Start();
        await rig.UntilAsync(() => Task.FromResult(worker.Status.Messages == 3), "three messages");
        await worker.StopAsync();
        Assert.Equal(3, rig.Committed());
        Assert.Equal((0, 0, 3), (worker.Status.Accepted, worker.Status.Rejected, worker.Status.Ignored));
        Assert.Equal(
            [("tombstone", 1), ("unused-event", 2)],
            worker.Status.IgnoredByRule.Select(i => (i.Key, i.Value)).Order());
        Assert.Equal(0, await rig.CountAsync("count()", "rejected_events"));
        Assert.All(rig.LettersEnd(), end => Assert.Equal(0, end));
    }

    [Fact]
    public async Task An_array_is_taken_statement_by_statement()
    {
        await using var rig = await Rig.NewAsync(kafka);
        var array = Encoding.UTF8.GetBytes("[" + string.Join(',', Sample.Statements(0, 3).Select(Encoding.UTF8.GetString)) + ",{\"verb\":1}]");
        await rig.ProduceAsync([array]);
        await using var worker = rig.Start();
        await rig.UntilStatementsAsync(3);
        await rig.UntilAsync(async () => await rig.CountAsync("count()", "rejected_events") == 1, "the rejection");
        Assert.Equal(3, await rig.CountAsync("uniqExact(kafka_index)", "statements WHERE kafka_offset = 0"));
        Assert.Equal("{\"verb\":1}", Encoding.UTF8.GetString(rig.DeadLetters().Single().Message.Value));
        Assert.Equal(1, await rig.CountAsync("count()", "rejected_events WHERE kafka_index = 3"));
    }

    [Fact]
    public async Task The_first_of_two_statements_with_one_id_stays_even_within_one_message()
    {
        await using var rig = await Rig.NewAsync(kafka);
        var first = Encoding.UTF8.GetString(Sample.Statement(1));
        // All in one insert block, where ClickHouse decides by the version alone.
        var pairs = Enumerable.Range(0, 20).Select(i => Encoding.UTF8.GetBytes(
            $"[{first},{first.Replace("section-1", "other", StringComparison.Ordinal)}]"));
        await rig.ProduceAsync(pairs, partition: 0);
        await using var worker = rig.Start();
        await rig.UntilStatementsAsync(1);
        await worker.StopAsync();
        Assert.Equal(40, worker.Status.Accepted);
        Assert.Equal("https://example.org/course/section-1", await rig.Database.ScalarAsync("SELECT activity_id FROM statements FINAL"));
    }

    [Fact]
    public async Task Rows_of_a_flush_come_as_one_insert_one_part_a_month()
    {
        await using var rig = await Rig.NewAsync(kafka);
        rig.Options.BatchAge = TimeSpan.FromSeconds(5);
        await rig.ProduceAsync(Sample.Statements(0, Count));
        await using var faulty = await FaultyClickHouse.BeforeAsync(rig.Database);
        await using var worker = rig.Start(faulty.Client);
        await rig.UntilStatementsAsync(Count);
        Assert.Single(faulty.Tokens);
        Assert.Equal(1, await rig.CountAsync("uniqExact(_part)", "statements"));
    }

    [Fact]
    public async Task Statements_are_read_by_the_policies_that_are_set()
    {
        await using var rig = await Rig.NewAsync(kafka);
        rig.Reading = new() { AllowMissingTimestamp = false };
        const string untimed = """{"actor":{"mbox":"mailto:a@example.org"},"verb":{"id":"x:v"},"object":{"id":"x:o"}}""";
        await rig.ProduceAsync([Encoding.UTF8.GetBytes(untimed), Sample.Statement(1)], partition: 0);
        await using var worker = rig.Start();
        await rig.UntilStatementsAsync(1);
        await rig.UntilAsync(async () => await rig.CountAsync("count()", "rejected_events WHERE rule = 'required' AND path = '$.timestamp'") == 1, "the refusal");
    }

    [Fact]
    public async Task Too_many_refused_in_a_row_stop_the_worker_before_anything_passes()
    {
        await using var rig = await Rig.NewAsync(kafka);
        rig.Options.MaxRejectedInARow = 20;
        await rig.ProduceAsync(Enumerable.Repeat("no"u8.ToArray(), 30), partition: 0);
        await using var worker = rig.Start();
        var failure = await Assert.ThrowsAsync<Engagement.Ingest.IngestException>(() => worker.Task.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.Contains("30 statements in a row", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, rig.Committed());
        Assert.Equal(0, await rig.CountAsync("count()", "rejected_events"));
    }

    private static string Header(Confluent.Kafka.ConsumeResult<byte[], byte[]> letter, string name) =>
        Encoding.UTF8.GetString(letter.Message.Headers.GetLastBytes(name));
}
