using Engagement.Benchmarks.Machines;
using Engagement.ClickHouse.Transport;

namespace Engagement.Benchmarks.Ingest;

/// <summary>The product's own worker, as <c>serve --roles ingest</c> runs it.</summary>
internal static class Ours
{
    public static Contender Contender { get; } = By("a. Engagement, validated", HttpTransport.Called);

    /// <param name="name">In the report.</param>
    /// <param name="transport">What carries its inserts.</param>
    public static Contender By(string name, string transport) => new(name, (topic, engine) => Task.FromResult<MeasuredProcess?>(
        MeasuredProcess.Engagement("serve", "--roles", "ingest", "--urls", "http://127.0.0.1:0", "--data", Path.Combine(engine.Folder, "worker"),
            "--set", $"Kafka:BootstrapServers={topic.BootstrapServers}", "--set", $"Kafka:GroupId=ours-{Guid.NewGuid():N}",
            "--set", $"ClickHouse:Url={engine.Url}", "--set", $"ClickHouse:Client={transport}", "--set", "Ingest:SessionTimeout=00:00:06", "--set", "Kafka:Client:fetch.wait.max.ms=50")));
}
