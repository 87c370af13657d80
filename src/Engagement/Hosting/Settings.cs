using Engagement.Adapters;
using Engagement.Attrition;
using Engagement.ClickHouse;
using Engagement.Kafka;
using Engagement.Metrics;
using Engagement.People.Identity;
using Microsoft.Extensions.Options;

namespace Engagement.Hosting;

/// <summary>
/// Where a verb's settings come from, later ones winning: appsettings.json beside the program, environment variables
/// (<c>Kafka__BootstrapServers</c>), then <c>--set Section:Key=value</c>.
/// </summary>
public sealed class Settings
{
    private readonly Lazy<DataFolder> _data;

    public Settings(string data, IReadOnlyCollection<string> sets)
    {
        _data = new(() => new DataFolder(data));
        SetArguments = [.. Arguments(sets)];
        Configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(sets.Select(Pair))
            .Build();
        Kafka = Configuration.GetSection(KafkaOptions.Section).Get<KafkaOptions>() ?? new();
        ClickHouse = BuiltWith.Carried(Configuration.GetSection(ClickHouseOptions.Section).Get<ClickHouseOptions>() ?? new());
        if (ClickHouse.Url.Length > 0 && !(Uri.TryCreate(ClickHouse.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
            throw new Fault("ClickHouse:Url is no http address. Give one such as http://127.0.0.1:8123, or leave it empty for the embedded engine.");
    }

    private Settings(Settings other, Lazy<DataFolder> data, IReadOnlyList<string> defaults)
    {
        _data = data;
        SetArguments = [.. Arguments(defaults), .. other.SetArguments];
        Configuration = new ConfigurationBuilder().AddInMemoryCollection(defaults.Select(Pair)).AddConfiguration(other.Configuration).Build();
        Kafka = other.Kafka;
        ClickHouse = other.ClickHouse;
    }

    /// <summary>Made when it is first asked for: not every command leaves something behind.</summary>
    public DataFolder Data => _data.Value;

    /// <summary>The <c>--set</c> options again, for a child process.</summary>
    public IReadOnlyList<string> SetArguments { get; }

    public IConfigurationRoot Configuration { get; }

    public KafkaOptions Kafka { get; }

    public ClickHouseOptions ClickHouse { get; }

    /// <summary>The same settings over another folder.</summary>
    public Settings In(DataFolder data) => new(this, new(data), []);

    /// <summary>The same settings, and others where these say nothing.</summary>
    /// <param name="defaults">Each <c>Section:Key=value</c>; not of Kafka or ClickHouse.</param>
    public Settings Or(params IReadOnlyList<string> defaults) => new(this, _data, defaults);

    /// <summary>Forgets the servers named: embedded engines take their place.</summary>
    public Settings WithEmbeddedEngines()
    {
        Kafka.BootstrapServers = "";
        ClickHouse.Url = "";
        return this;
    }

    /// <summary>The metrics computation, to be run or asked for by hand.</summary>
    public MetricsRun MetricsRun(ClickHouseClient client) =>
        new(client, Options.Create(Configuration.GetSection(MetricsOptions.Section).Get<MetricsOptions>() ?? new()));

    /// <summary>Who trains models.</summary>
    /// <exception cref="Fault">This build has no such trainers.</exception>
    public AttritionTrainers Trainers() => BuiltWith.Trainers(Configuration[$"{AttritionOptions.Section}:{nameof(AttritionOptions.Trainer)}"] ?? "");

    /// <summary>The key of the pseudonyms: Privacy:Key, else the data folder's.</summary>
    public byte[] PrivacyKey() => Key("Privacy:Key") ?? Data.PrivacyKey();

    /// <summary>The key of names and addresses: Privacy:IdentityKey, else the data folder's.</summary>
    public IdentityKey IdentityKey() => new(Key("Privacy:IdentityKey") ?? Data.IdentityKey());

    // At least 16 bytes: base64, or any text taken as UTF-8.
    private byte[]? Key(string setting)
    {
        var text = Configuration[setting];
        if (string.IsNullOrEmpty(text)) return null;
        var bytes = new byte[text.Length];
        var key = Convert.TryFromBase64String(text, bytes, out var length) && length >= 16 ? bytes[..length] : System.Text.Encoding.UTF8.GetBytes(text);
        return key.Length >= 16 ? key : throw new Fault($"{setting} is shorter than 16 bytes. Make one with: openssl rand -base64 32");
    }

    private static IEnumerable<string> Arguments(IEnumerable<string> sets) => sets.SelectMany(set => new[] { "--set", set });

    private static KeyValuePair<string, string?> Pair(string set)
    {
        var at = set.IndexOf('=', StringComparison.Ordinal);
        return at > 0
            ? new(set[..at].Replace("__", ":", StringComparison.Ordinal), set[(at + 1)..])
            : throw new Fault($"--set takes Section:Key=value, not '{set}'");
    }
}
