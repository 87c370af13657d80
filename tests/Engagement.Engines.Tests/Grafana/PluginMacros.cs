using System.Globalization;
using System.Text.RegularExpressions;

namespace Engagement.Engines.Tests.Grafana;

/// <summary>What Grafana and its plugin for ClickHouse make of a query before they send it, as far as the dashboards use it.</summary>
/// <param name="From">Begin of the time range.</param>
/// <param name="To">End of the time range.</param>
/// <param name="Interval">Time a point of a graph stands for.</param>
/// <param name="Variables">Value of each variable of the dashboard.</param>
internal sealed partial record PluginMacros(DateTimeOffset From, DateTimeOffset To, TimeSpan Interval, IReadOnlyDictionary<string, string> Variables)
{
    /// <exception cref="FormatException">The query has a macro or a variable that is not known.</exception>
    public string Expand(string sql) => Mark().Replace(sql, mark => mark.Groups["variable"] is { Success: true } variable
        ? Quoted(Variables.GetValueOrDefault(variable.Value) ?? throw new FormatException($"There is no variable {variable}"))
        : Macro(mark.Groups["macro"].Value, mark.Groups["column"].Value) ?? throw new FormatException($"There is no macro {mark}"));

    private string? Macro(string name, string column) => (name, column) switch
    {
        ("fromTime", "") => Time(From),
        ("toTime", "") => Time(To),
        ("interval_s", "") => Seconds,
        ("timeFilter", { Length: > 0 }) => $"{column} >= {Time(From)} AND {column} <= {Time(To)}",
        ("dateFilter", { Length: > 0 }) => $"{column} >= {Date(From)} AND {column} <= {Date(To)}",
        ("timeInterval", { Length: > 0 }) => $"toStartOfInterval(toDateTime({column}), INTERVAL {Seconds} second)",
        _ => null,
    };

    private string Seconds => Interval.TotalSeconds.ToString("0", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"toDateTime({at.ToUnixTimeSeconds()})");

    private static string Date(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"toDate('{at.UtcDateTime:yyyy-MM-dd}')");

    private static string Quoted(string value) => "'" + value.Replace("'", @"\'", StringComparison.Ordinal) + "'";

    // Only with :singlequote is a value safe that has a quote in it. Whatever else begins with a dollar is no macro that is known.
    [GeneratedRegex(@"\$\{(?<variable>\w+):singlequote\}|\$__(?<macro>\w+)(\((?<column>[\w.]+)\))?|\$\S*")]
    private static partial Regex Mark();
}
