using Engagement.ClickHouse.Clusters;
using Engagement.ClickHouse.Transport;

namespace Engagement.ClickHouse;

/// <summary>Section <c>ClickHouse</c> of the configuration.</summary>
public sealed class ClickHouseOptions
{
    public const string Section = "ClickHouse";

    /// <summary>HTTP address such as <c>http://127.0.0.1:8123</c>. Empty: the embedded engine.</summary>
    public string Url { get; set; } = "";
    public string Database { get; set; } = "engagement";
    public string User { get; set; } = "default";
    public string Password { get; set; } = "";

    /// <summary>Time an insert may take before it counts as failed, with an unknown outcome, and is repeated. 100 ms to 10 min;
    /// default 65 s.</summary>
    public TimeSpan InsertTimeout { get; set; } = TimeSpan.FromSeconds(65);

    /// <summary>Who carries requests: <c>built-in</c>, or <c>ClickHouse.Client</c> in a build that has this package.</summary>
    public string Client { get; set; } = HttpTransport.Called;

    /// <summary>Name of a cluster among the server's <c>remote_servers</c>, whose servers hold the database together (docs/cluster.md).
    /// Empty: one server.</summary>
    public string Cluster { get; set; } = "";

    private Func<ClickHouseOptions, IClickHouseTransport> _transport = options => new HttpTransport(options);

    /// <summary>Makes what <see cref="Client"/> names, and has it speak to the <see cref="Cluster"/> where one is named.</summary>
    internal Func<ClickHouseOptions, IClickHouseTransport> Transport => options => options.Cluster.Length == 0
        ? options._transport(options)
        : new ClusterTransport(options._transport(options), new Clusters.Cluster(Sql.Name(options.Cluster), options.Database));

    /// <summary>The same, carried by another. Not of the configuration: set by who knows what there is.</summary>
    public ClickHouseOptions By(Func<ClickHouseOptions, IClickHouseTransport> transport) => With(other => other._transport = transport);

    /// <summary>The same for another database.</summary>
    public ClickHouseOptions In(string database) => With(other => other.Database = database);

    private ClickHouseOptions With(Action<ClickHouseOptions> change)
    {
        var other = (ClickHouseOptions)MemberwiseClone();
        change(other);
        return other;
    }
}
