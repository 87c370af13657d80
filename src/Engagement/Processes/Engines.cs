using Engagement.ClickHouse;
using Engagement.Hosting;
using Engagement.Kafka;

namespace Engagement.Processes;

/// <summary>
/// The two engines a run works with: the servers the settings name, else embedded ones in child processes over the data
/// folder. Disposing stops what was started here.
/// </summary>
public sealed class Engines : IAsyncDisposable
{
    private readonly List<ChildProcess> _children = [];

    private Engines(ClickHouseOptions clickHouse, KafkaOptions kafka, bool kafkaIsEmbedded) =>
        (ClickHouse, Kafka, KafkaIsEmbedded) = (clickHouse, kafka, kafkaIsEmbedded);

    /// <summary>With the address filled in.</summary>
    public ClickHouseOptions ClickHouse { get; }

    /// <summary>With the address filled in; empty where no broker was wanted.</summary>
    public KafkaOptions Kafka { get; }

    /// <summary>The embedded broker keeps little: whoever feeds it must not run ahead of its reader.</summary>
    public bool KafkaIsEmbedded { get; }

    /// <summary>Fails when a child is gone that should not be; otherwise never ends.</summary>
    public Task Ended => _children.Count == 0 ? Task.Delay(Timeout.Infinite) : Task.WhenAny(_children.Select(c => c.Ended)).Unwrap();

    /// <summary>What a worker's configuration has to say to use these engines, by key.</summary>
    public IReadOnlyDictionary<string, string?> WorkerSettings
    {
        get
        {
            var settings = new Dictionary<string, string?>
            {
                ["ClickHouse:Url"] = ClickHouse.Url,
                ["Kafka:BootstrapServers"] = Kafka.BootstrapServers,
            };
            if (KafkaIsEmbedded)
            {
                // The embedded broker lets a worker that was started again wait until the session of the killed one is over,
                // and holds an empty answer for the whole wait, whatever arrives meanwhile.
                settings["Ingest:SessionTimeout"] = "00:00:06";
                settings["Kafka:Client:fetch.wait.max.ms"] = "50";
            }
            return settings;
        }
    }

    public static async Task<Engines> StartAsync(Settings settings, bool withKafka, ILogger log, CancellationToken cancel)
    {
        var children = new List<ChildProcess>();
        try
        {
            var clickHouse = settings.ClickHouse;
            if (clickHouse.Url.Length == 0 && await RunningAsync(settings.Data, cancel) is { } running) clickHouse.Url = running;
            ChildProcess? clickHouseChild = null, kafkaChild = null;
            if (clickHouse.Url.Length == 0)
                children.Add(clickHouseChild = Child("clickhouse", settings, restart: true, log, "--port", $"{FreePort.Find()}"));
            var kafka = settings.Kafka;
            var embedKafka = withKafka && kafka.BootstrapServers.Length == 0;
            if (embedKafka) children.Add(kafkaChild = Child("kafka", settings, restart: false, log));

            if (clickHouseChild is not null) clickHouse.Url = await clickHouseChild.ReadyAsync(cancel);
            if (kafkaChild is not null) kafka.BootstrapServers = await kafkaChild.ReadyAsync(cancel);
            var engines = new Engines(clickHouse, kafka, embedKafka);
            engines._children.AddRange(children);
            return engines;
        }
        catch
        {
            foreach (var child in children) await child.DisposeAsync();
            throw;
        }
    }

    /// <summary>Address of the engine that serves this data folder now; null where none answers.</summary>
    public static async Task<string?> RunningAsync(DataFolder data, CancellationToken cancel)
    {
        if (data.Address("clickhouse") is not { } address) return null;
        using var client = new ClickHouseClient(new ClickHouseOptions { Url = address });
        try
        {
            await client.PingAsync(cancel);
            return address;
        }
        catch (HttpRequestException)
        {
            return null; // left behind by an engine that was killed
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var child in Enumerable.Reverse(_children)) await child.DisposeAsync();
    }

    private static ChildProcess Child(string verb, Settings settings, bool restart, ILogger log, params string[] more) =>
        new(verb, [verb, "--child", "--data", settings.Data.Path, .. settings.SetArguments, .. more], new Dictionary<string, string>(), restart, log);
}
