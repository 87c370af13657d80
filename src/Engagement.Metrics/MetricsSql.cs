using System.Collections.Concurrent;
using System.Reflection;

namespace Engagement.Metrics;

/// <summary>The .sql files of Models/ (what is computed), Steps/ (what a run does around it) and Explanations/ (what is asked of the result), by
/// name without ending.</summary>
internal static class MetricsSql
{
    private static readonly ConcurrentDictionary<string, string> Texts = new(StringComparer.Ordinal);

    public static string Model(string name) => Texts.GetOrAdd("Models." + name, Read);

    public static string Step(string name) => Texts.GetOrAdd("Steps." + name, Read);

    public static string Explanation(string name) => Texts.GetOrAdd("Explanations." + name, Read);

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Engagement.Metrics.{name}.sql")
            ?? throw new ArgumentException($"There is no {name}.sql");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
