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

    /// <summary>Makes what <see cref="Client"/> names. Not of the configuration: set by who knows what there is.</summary>
    internal Func<ClickHouseOptions, IClickHouseTransport> Transport { get; private set; } = options => new HttpTransport(options);

    /// <summary>The same, carried by another.</summary>
    public ClickHouseOptions By(Func<ClickHouseOptions, IClickHouseTransport> transport) => With(other => other.Transport = transport);

    /// <summary>The same for another database.</summary>
    public ClickHouseOptions In(string database) => With(other => other.Database = database);

    private ClickHouseOptions With(Action<ClickHouseOptions> change)
    {
        var other = (ClickHouseOptions)MemberwiseClone();
        change(other);
        return other;
    }
}
