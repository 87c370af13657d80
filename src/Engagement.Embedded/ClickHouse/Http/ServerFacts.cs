using Engagement.Embedded.ClickHouse.Native;

namespace Engagement.Embedded.ClickHouse.Http;

/// <summary>What answers say about the server; asked of the engine once.</summary>
internal sealed class ServerFacts(ChdbEngine engine)
{
    private readonly Dictionary<string, string> _contentTypes = engine.Ask("SELECT name, content_type FROM system.formats WHERE is_output")
        .Split('\n').Select(line => line.Split('\t')).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);

    public string Version { get; } = engine.Ask("SELECT version()");

    public string TimeZone { get; } = engine.Ask("SELECT timezone()");

    public string DisplayName { get; } = engine.Ask("SELECT hostName()");

    /// <returns>Null for what is no output format.</returns>
    public string? ContentType(string format) => _contentTypes.GetValueOrDefault(format);
}
