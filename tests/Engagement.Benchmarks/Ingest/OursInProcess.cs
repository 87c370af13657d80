using System.CommandLine;
using System.Diagnostics.Metrics;
using System.Globalization;
using Engagement.Benchmarks.Machines;
using Engagement.ClickHouse;
using Engagement.Ingest;
using Engagement.Kafka;
using Engagement.People.Identity;
using Engagement.Statements;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Benchmarks.Ingest;

/// <summary>The same worker without its host, to count what it allocates for a statement once it is warm.</summary>
internal static class OursInProcess
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(5);

    public static Command Command()
    {
        var servers = new Argument<string>("servers");
        var url = new Argument<string>("url");
        var total = new Argument<int>("total");
        var command = new Command("ours-in-process") { servers, url, total };
        command.Hidden = true;
        command.SetAction(async (parsed, _) =>
            Console.WriteLine(await AllocatedAsync(parsed.GetValue(servers)!, parsed.GetValue(url)!, parsed.GetValue(total))));
        return command;
    }

    /// <returns>Bytes a statement.</returns>
    public static async Task<double> RunAsync(PreloadedTopic topic)
    {
        await using var engine = await EngineProcess.StartAsync();
        await using var process = MeasuredProcess.Self("ours-in-process", topic.BootstrapServers, engine.Url,
            topic.Statements.ToString(CultureInfo.InvariantCulture));
        return (await process.EndAsync())[0];
    }

    private static async Task<string> AllocatedAsync(string servers, string url, int total)
    {
        using var client = new ClickHouseClient(new ClickHouseOptions { Url = url });
        await using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var kafka = new KafkaOptions { BootstrapServers = servers, GroupId = $"in-process-{Guid.NewGuid():N}" };
        kafka.Client["fetch.wait.max.ms"] = "50";
        var status = new IngestStatus(TimeProvider.System);
        var worker = new IngestWorker(kafka, new IngestOptions { SessionTimeout = TimeSpan.FromSeconds(6) }, new ReadingOptions(), client, new Pseudonym(new byte[32]), new IdentityKey(new byte[32]),
            TimeProvider.System, status, services.GetRequiredService<IMeterFactory>(), NullLoggerFactory.Instance);
        using var stop = new CancellationTokenSource();
        var running = worker.RunAsync(stop.Token);
        var warm = await AtAsync(total * 2 / 5);
        var done = await AtAsync(total * 9 / 10);
        await stop.CancelAsync();
        await running;
        return ((done.Bytes - warm.Bytes) / (double)(done.Statements - warm.Statements)).ToString(CultureInfo.InvariantCulture);

        async Task<(long Statements, long Bytes)> AtAsync(long statements)
        {
            while (status.Accepted < statements)
            {
                if (running.IsCompleted) await running;
                await Task.Delay(LookEvery);
            }
            return (status.Accepted, GC.GetTotalAllocatedBytes());
        }
    }
}
