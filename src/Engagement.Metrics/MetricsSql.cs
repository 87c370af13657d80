using System.Reflection;
using Engagement.ClickHouse;

namespace Engagement.Metrics;

/// <summary>The .sql files of Models/ (what is computed), Steps/ (what a run does around it) and Explanations/ (what is asked of the result), by
/// name without ending.</summary>
internal static class MetricsSql
{
    public static string Model(string name) => Read("Models", name);

    public static string Step(string name) => Read("Steps", name);

    public static string Explanation(string name) => Read("Explanations", name);

    private static string Read(string folder, string name) => Sql.File(Assembly.GetExecutingAssembly(), folder, name);
}
