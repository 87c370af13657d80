using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Confluent.Kafka;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;
using Engagement.Ingest;
using Engagement.Kafka;
using Engagement.Kafka.Feeding;
using Engagement.People.Identity;
using Engagement.Simulator;
using Engagement.Statements;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Engines.Tests.EndToEnd;

/// <summary>A simulated course over Kafka into ClickHouse, whole.</summary>
internal static class SimulatedIngest
{
    public static readonly Pseudonym Pseudonym = new(Encoding.UTF8.GetBytes("a key for tests, 32 bytes long.."));

    public static async Task IngestAsync(this Simulation simulation, KafkaEngine kafka, ClickHouseClient clickHouse, CancellationToken cancel)
    {
        var topic = kafka.NewTopic();
        kafka.CreateTopic(topic + ".outlines", 1);
        var options = new KafkaOptions
        {
            BootstrapServers = kafka.BootstrapServers, GroupId = kafka.NewGroup(), LearnerEvents = topic, CourseOutlines = topic + ".outlines",
        };
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var worker = new IngestWorker(
            options, new IngestOptions { BatchAge = TimeSpan.FromMilliseconds(200), CommitInterval = TimeSpan.FromMilliseconds(100) },
            new ReadingOptions(), clickHouse, Pseudonym, new IdentityKey(new byte[32]), TimeProvider.System, new IngestStatus(TimeProvider.System),
            services.GetRequiredService<IMeterFactory>(), NullLoggerFactory.Instance);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var running = worker.RunAsync(stop.Token);

        using (var producer = new ProducerBuilder<string, byte[]>(new ProducerConfig { BootstrapServers = kafka.BootstrapServers }).Build())
        {
            await producer.ProduceAsync(options.CourseOutlines,
                new Message<string, byte[]> { Key = simulation.Course.Id, Value = simulation.Outline.ToArray() }, cancel);
        }
        using var feed = await PacedProducer.ConnectAsync(options, topic, NullLogger.Instance, TimeProvider.System, cancel);
        var sent = await feed.FeedAsync(
            simulation.Statements().Select(one => new FeedMessage(Encoding.UTF8.GetBytes(one.Key), one.Utf8.ToArray())), cancel: cancel);
        Assert.Equal(simulation.Truth.Statements, sent.Acknowledged);
        await Task.WhenAny(feed.WaitUntilConsumedAsync(cancel: cancel), running);
        while (!running.IsCompleted && await clickHouse.ScalarAsync("SELECT count() FROM course_outlines FINAL", cancel: cancel) == "0")
            await Task.Delay(25, cancel);

        await stop.CancelAsync();
        await running;
        Assert.Equal(simulation.Truth.Statements.ToString(CultureInfo.InvariantCulture),
            await clickHouse.ScalarAsync("SELECT count() FROM statements FINAL", cancel: cancel));
    }
}
