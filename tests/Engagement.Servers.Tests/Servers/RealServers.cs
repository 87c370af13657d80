namespace Engagement.Engines.Tests.Servers;

/// <summary>The servers that these tests run on, found once: named by the environment, else started in containers.</summary>
internal static partial class RealServers
{
    private const string RequireVariable = "ENGAGEMENT_REQUIRE_SERVERS";

    private static readonly string? NamedKafka = Environment.GetEnvironmentVariable("KAFKA_BOOTSTRAP"), NamedClickHouse = Environment.GetEnvironmentVariable("CLICKHOUSE_URL");

    private static readonly Lazy<Task<string>> KafkaAddress = new(() => StartAsync(NamedKafka, (ref address) => StartKafka(ref address))), ClickHouseAddress = new(() => StartAsync(NamedClickHouse, (ref address) => StartClickHouse(ref address)));

    /// <summary>Why tests are left out; null: they run. Where servers are required they run, and fail by what is lacking.</summary>
    public static string? WhyNot { get; } = bool.TryParse(Environment.GetEnvironmentVariable(RequireVariable), out var isRequired) && isRequired ? null : Lacking();

    /// <summary>Kafka's bootstrap servers.</summary>
    public static Task<string> KafkaAsync() => KafkaAddress.Value;

    /// <summary>Address of ClickHouse's HTTP interface; user and password may stand in it.</summary>
    public static Task<string> ClickHouseAsync() => ClickHouseAddress.Value;

    private static string? Lacking()
    {
        if (NamedKafka is not null && NamedClickHouse is not null) return null;
        string? why = "This build has no Testcontainers.Kafka: the registry did not hold it";
        WhyNoContainers(ref why);
        return why is null ? null : $"{why}. Set KAFKA_BOOTSTRAP and CLICKHOUSE_URL to run it on servers of your own; {RequireVariable}=true makes this a failure";
    }

    private static Task<string> StartAsync(string? named, Starter start)
    {
        if (named is not null) return Task.FromResult(named);
        Task<string>? address = null;
        start(ref address);
        return address ?? throw new InvalidOperationException(Lacking());
    }

    private delegate void Starter(ref Task<string>? address);

    // Of the file that knows Testcontainers, where the build has it.
    static partial void WhyNoContainers(ref string? why);

    static partial void StartKafka(ref Task<string>? address);

    static partial void StartClickHouse(ref Task<string>? address);
}
