using System.CommandLine;
using System.Globalization;
using Confluent.Kafka;
using Engagement.Benchmarks.Machines;
using Engagement.Ingest;
using Engagement.Ingest.Consuming;
using Engagement.Kafka;

namespace Engagement.Benchmarks.Ingest;

/// <summary>The ceiling of whoever reads this broker through this client: the same settings as ours, and the bytes are dropped.</summary>
internal static class ConsumeOnly
{
    public static Command Command()
    {
        var servers = new Argument<string>("servers");
        var total = new Argument<int>("total");
        var command = new Command("consume-only") { servers, total };
        command.Hidden = true;
        command.SetAction(parsed => Console.WriteLine(Consume(parsed.GetValue(servers)!, parsed.GetValue(total)).ToString(CultureInfo.InvariantCulture)));
        return command;
    }

    public static async Task<Figures> RunAsync(PreloadedTopic topic)
    {
        var before = CpuSeconds.Of(null, null);
        await using var process = MeasuredProcess.Self("consume-only", topic.BootstrapServers, topic.Statements.ToString(CultureInfo.InvariantCulture));
        var fields = await process.EndAsync();
        var broker = CpuSeconds.Of(null, null) - before;
        return new Figures("d. consume only", fields[0], broker with { Worker = fields[1] }, new CpuSeconds(fields[2], 0, broker.Broker / topic.Statements), (long)fields[3], 0, Allocated: fields[4]);
    }

    private static string Consume(string servers, int total)
    {
        var kafka = new KafkaOptions { BootstrapServers = servers };
        kafka.Client["fetch.wait.max.ms"] = "50";
        var config = ConsumerSettings.Of(kafka, new IngestOptions { SessionTimeout = TimeSpan.FromSeconds(6) }, $"consume-{Guid.NewGuid():N}");
        var dropped = new Dropped();
        using var consumer = new ConsumerBuilder<int, int>(config).SetKeyDeserializer(dropped).SetValueDeserializer(dropped).Build();
        consumer.Subscribe(PreloadedTopic.Name);
        var window = new RateWindow(total, () => CpuSeconds.Of(null, null));
        var allocated = GC.GetTotalAllocatedBytes();
        for (var count = 0; count < total;)
        {
            if (consumer.Consume(1000) is null) continue;
            if (++count % 64 == 0 || count == total) window.Saw(count);
        }
        allocated = GC.GetTotalAllocatedBytes() - allocated;
        consumer.Close();
        var use = ProcessUse.Of(Environment.ProcessId);
        return string.Create(CultureInfo.InvariantCulture, $"{window.Rate} {use.Cpu.TotalSeconds} {window.Cpu.Broker} {use.PeakBytes} {allocated / (double)total}");
    }

    private sealed class Dropped : IDeserializer<int>
    {
        public int Deserialize(ReadOnlySpan<byte> data, bool isNull, SerializationContext context) => data.Length;
    }
}
