using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Engagement.ClickHouse;

/// <summary>Text of a query parameter, as ClickHouse reads it for <c>{name:Type}</c>.</summary>
internal static class QueryParameter
{
    public static string Format(object? value) => value switch
    {
        null => "\\N",
        string s => Escape(s),
        ITuple tuple => Tuple(tuple),
        IEnumerable items => "[" + string.Join(',', items.Cast<object?>().Select(Element)) + "]",
        _ => Scalar(value),
    };

    private static string Tuple(ITuple tuple) => "(" + string.Join(',', Enumerable.Range(0, tuple.Length).Select(i => Element(tuple[i]))) + ")";

    // Inside an array or a tuple a string is in quotes, and escaped once all the same: elements are read where they stand.
    private static string Element(object? value) => value switch
    {
        string s => "'" + Escape(s).Replace("'", "\\'", StringComparison.Ordinal) + "'",
        Guid g => "'" + g + "'",
        ITuple tuple => Tuple(tuple),
        _ => Scalar(value!),
    };

    private static string Scalar(object value) => value switch
    {
        bool b => b ? "1" : "0",
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset t => t.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture),
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A query parameter can't be a {value.GetType().Name}"),
    };

    private static string Escape(string s) => s
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\0", "\\0", StringComparison.Ordinal);
}
