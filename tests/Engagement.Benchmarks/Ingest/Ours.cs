using Engagement.Benchmarks.Machines;

namespace Engagement.Benchmarks.Ingest;

/// <summary>The product's own worker, as <c>serve --roles ingest</c> runs it.</summary>
internal static class Ours
{
    public static Contender Contender { get; } = new("a. Engagement, validated", (topic, engine) => Task.FromResult<MeasuredProcess?>(
        MeasuredProcess.Engagement("serve", "--roles", "ingest", "--urls", "http://127.0.0.1:0", "--data", Path.Combine(engine.Folder, "worker"),
            "--set", $"Kafka:BootstrapServers={topic.BootstrapServers}", "--set", $"Kafka:GroupId=ours-{Guid.NewGuid():N}",
            "--set", $"ClickHouse:Url={engine.Url}", "--set", "Ingest:SessionTimeout=00:00:06", "--set", "Kafka:Client:fetch.wait.max.ms=50")));
}
