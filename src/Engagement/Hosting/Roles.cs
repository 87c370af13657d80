namespace Engagement.Hosting;

/// <summary>What a process of the product can do.</summary>
public static class Roles
{
    public const string Ingest = "ingest";
    public const string Metrics = "metrics";
    public const string Attrition = "attrition";
    public const string Alerts = "alerts";
    public const string Web = "web";

    public static readonly IReadOnlySet<string> All = new HashSet<string> { Ingest, Metrics, Attrition, Alerts, Web };

    /// <summary>Some of these roles read from Kafka or write to it.</summary>
    public static bool NeedKafka(IReadOnlySet<string> roles) => roles.Contains(Ingest) || roles.Contains(Alerts);

    /// <param name="text">Names by comma.</param>
    public static IReadOnlySet<string> Parse(string text)
    {
        var roles = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        if (roles.Count == 0) throw new Fault($"No role given. There are: {string.Join(", ", All)}.");
        var unknown = roles.Where(r => !All.Contains(r)).ToList();
        return unknown.Count == 0 ? roles : throw new Fault($"There is no role '{unknown[0]}'. There are: {string.Join(", ", All)}.");
    }
}
