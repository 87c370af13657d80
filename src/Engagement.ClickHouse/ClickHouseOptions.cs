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
}
