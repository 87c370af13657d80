using Engagement.Benchmarks.Machines;

namespace Engagement.Benchmarks.Ingest;

/// <summary>kafkajs, JSON.parse and @clickhouse/client: the script <c>node/ingest.mjs</c>.</summary>
internal static class NodeStack
{
    private static readonly string Home = Environment.GetEnvironmentVariable("ENGAGEMENT_HOME")
        ?? throw new InvalidOperationException("ENGAGEMENT_HOME is not set: start the benchmark by ./engagement bench ingest.");

    public static Contender Contender { get; } = new("c. Node: kafkajs, JSON.parse, @clickhouse/client", (topic, engine) =>
        Task.FromResult<MeasuredProcess?>(MeasuredProcess.Node(
            Path.Combine(Home, "tests/Engagement.Benchmarks/node/ingest.mjs"),
            topic.BootstrapServers, engine.Url, Path.Combine(Home, "src/Engagement.Statements/Vocabulary"))));
}
