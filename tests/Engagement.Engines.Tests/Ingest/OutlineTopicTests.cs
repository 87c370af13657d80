using System.Text;
using Confluent.Kafka;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Ingest;

public class OutlineTopicTests(KafkaEngine kafka) : IClassFixture<KafkaEngine>
{
    private const string Valid = """
        {"course":"https://example.org/course","title":"T","version":"1","mode":"facilitated",
         "sections":[{"id":"s1","title":"S","kind":"content","activities":["https://example.org/course/section-0"]}]}
        """;

    [Fact]
    public async Task An_outline_is_saved_a_faulty_one_is_refused_whole_and_a_null_removes_it()
    {
        await using var rig = await Rig.NewAsync(kafka);
        kafka.CreateTopic(rig.Kafka.CourseOutlines, 1);
        await using var worker = rig.Start();
        await ProduceAsync(rig, Valid);
        await rig.UntilAsync(async () => await OutlinesAsync(rig) == 1, "the outline");

        const string faulty = """{"course":"https://example.org/other","sections":[{"id":"s1","kind":"nonsense"}]}""";
        await ProduceAsync(rig, faulty);
        await rig.UntilAsync(async () => await rig.CountAsync("count()", "rejected_events FINAL WHERE rule = 'course-outline'") == 1, "the refusal");
        Assert.Equal(faulty, Encoding.UTF8.GetString(rig.DeadLetters().Single().Message.Value));
        Assert.Equal(1, await OutlinesAsync(rig));

        await ProduceAsync(rig, null);
        await rig.UntilAsync(async () => await OutlinesAsync(rig) == 0, "the removal");
        await worker.StopAsync();
    }

    [Fact]
    public async Task A_question_of_ClickHouse_that_is_never_answered_is_asked_again()
    {
        await using var rig = await Rig.NewAsync(kafka);
        kafka.CreateTopic(rig.Kafka.CourseOutlines, 1);
        await ProduceAsync(rig, Valid);
        await using var faulty = await FaultyClickHouse.BeforeAsync(rig.Database, insertTimeout: TimeSpan.FromSeconds(1));
        faulty.HangsOnceOn = "FROM course_outlines";
        await using var worker = rig.Start(faulty.Client);
        await rig.UntilAsync(() => rig.Said("Could not write to course_outlines"), "the worker to say that it waits");
        await rig.UntilAsync(async () => await OutlinesAsync(rig) == 1, "the outline");
        await worker.StopAsync();
        Assert.Equal(1, faulty.Spoilt);
        Assert.Empty(worker.Status.Failing);
    }

    private static Task<long> OutlinesAsync(Rig rig) => rig.CountAsync("count()", "course_outlines FINAL WHERE origin = 'declared'");

    private static async Task ProduceAsync(Rig rig, string? value)
    {
        using var producer = new ProducerBuilder<string, byte[]?>(new ProducerConfig { BootstrapServers = rig.Kafka.BootstrapServers }).Build();
        await producer.ProduceAsync(rig.Kafka.CourseOutlines, new Message<string, byte[]?>
        {
            Key = "https://example.org/course", Value = value is null ? null : Encoding.UTF8.GetBytes(value),
        });
    }
}
