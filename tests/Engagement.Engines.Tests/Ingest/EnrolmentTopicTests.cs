using System.Text;
using System.Text.Json;
using Confluent.Kafka;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Ingest;

public class EnrolmentTopicTests(KafkaEngine kafka) : IClassFixture<KafkaEngine>
{
    private const string Course = "https://example.org/course";

    [Fact]
    public async Task Thousands_at_once_are_few_inserts_and_told_again_they_change_nothing()
    {
        await using var rig = await NewAsync();
        var messages = Enumerable.Range(0, 3000).Select(i => ((string?)Key(i), (string?)Value(i))).ToArray();
        await ProduceAsync(rig, messages);
        await using (var worker = rig.Start())
            await worker.StopAfterAsync(() => rig.UntilAsync(async () => await rig.CountAsync("count()", "roster FINAL") == 3000, "the roster"));
        Assert.Equal(3001, await rig.CountAsync("count()", "people FINAL")); // and who looks after them
        Assert.InRange(await rig.CountAsync("uniqExact(_part)", "roster"), 1, 30);

        // Another group reads it all again.
        rig.Kafka.GroupId += "-again";
        await using (var worker = rig.Start())
            await worker.StopAfterAsync(() => rig.UntilAsync(() => Task.FromResult(CommittedEnrolments(rig) == 3000), "the offsets to pass"));
        Assert.Equal(3000, await rig.CountAsync("count()", "roster"));
        Assert.Equal(3001, await rig.CountAsync("count()", "people"));
    }

    [Fact]
    public async Task The_last_that_is_told_counts_a_null_removes_and_what_is_refused_says_no_name()
    {
        await using var rig = await NewAsync();
        await using var worker = rig.Start();
        await ProduceAsync(rig, (Key(1), Value(1, "spring")), (Key(2), Value(2)), (Key(1), Value(1, "autumn")));
        await rig.UntilAsync(async () => await rig.CountAsync("count()", "roster FINAL WHERE cohort = 'autumn'") == 1, "the cohort");

        const string faulty = """{"course":"https://example.org/course","learner":"Lovelace","name":"Lovelace","mode":"Lovelace","id":"https://lovelace.example.org/"}""";
        await ProduceAsync(rig, (Key(2), null), (Key(3), faulty), ("Lovelace", null), (null, null));
        await rig.UntilAsync(async () => await rig.CountAsync("count()", "rejected_events FINAL WHERE rule = 'enrolment'") == 3, "the refusals");
        await rig.UntilAsync(async () => await rig.CountAsync("count()", "roster FINAL") == 1, "the removal");
        Assert.Equal(2, await rig.CountAsync("countIf(position(reason, 'a JSON array') > 0)", "rejected_events FINAL"));
        Assert.Equal(0, await rig.CountAsync("count()", "(SELECT formatRow('CSV', *) AS row FROM rejected_events FINAL) WHERE row ILIKE '%lovelace%'"));

        var letters = rig.DeadLetters();
        Assert.Contains(faulty, letters.Select(letter => Encoding.UTF8.GetString(letter.Message.Value)));
        Assert.All(letters, letter => Assert.All(letter.Message.Headers, header =>
            Assert.DoesNotContain("lovelace", Encoding.UTF8.GetString(header.GetValueBytes()), StringComparison.OrdinalIgnoreCase)));
        Assert.False(rig.Said("Lovelace"));
        await worker.StopAsync();
    }

    private async Task<Rig> NewAsync()
    {
        var rig = await Rig.NewAsync(kafka);
        kafka.CreateTopic(rig.Kafka.Enrolments, 1);
        return rig;
    }

    private static string Key(int learner) => JsonSerializer.Serialize(new[] { Course, $"learner{learner}@example.org" });

    private static string Value(int learner, string cohort = "spring") =>
        $$"""{"course":"{{Course}}","learner":"learner{{learner}}@example.org","name":"Learner {{learner}}","cohort":"{{cohort}}","facilitator":"grace@example.org","facilitator_name":"Grace"}""";

    private static long CommittedEnrolments(Rig rig)
    {
        using var consumer = new ConsumerBuilder<Ignore, Ignore>(new ConsumerConfig
        {
            BootstrapServers = rig.Kafka.BootstrapServers, GroupId = rig.Kafka.EnrolmentsGroup,
        }).Build();
        return consumer.Committed([new TopicPartition(rig.Kafka.Enrolments, 0)], TimeSpan.FromSeconds(10)).Single().Offset.Value;
    }

    private static async Task ProduceAsync(Rig rig, params (string? Key, string? Value)[] messages)
    {
        using var producer = new ProducerBuilder<string?, byte[]?>(new ProducerConfig
        {
            BootstrapServers = rig.Kafka.BootstrapServers, EnableIdempotence = true, LingerMs = 5,
        }).SetKeySerializer(new MaybeText()).Build();
        await Task.WhenAll(messages.Select(message => producer.ProduceAsync(rig.Kafka.Enrolments, new Message<string?, byte[]?>
        {
            Key = message.Key, Value = message.Value is null ? null : Encoding.UTF8.GetBytes(message.Value),
        })));
    }

    private sealed class MaybeText : ISerializer<string?>
    {
        public byte[] Serialize(string? data, SerializationContext context) => data is null ? null! : Encoding.UTF8.GetBytes(data);
    }
}
