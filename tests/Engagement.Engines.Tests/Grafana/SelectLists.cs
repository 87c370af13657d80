using System.Text.RegularExpressions;

namespace Engagement.Engines.Tests.Grafana;

/// <summary>What a query hands out: its select lists, those of subqueries too, but for what is only compared with (<c>IN (SELECT …)</c>).</summary>
internal static partial class SelectLists
{
    /// <param name="sql">Without comments.</param>
    public static IEnumerable<string> Of(string sql)
    {
        var plain = Text().Replace(sql, "''");
        return from Match found in Select().Matches(plain) where !Compared().IsMatch(plain[..found.Index]) select plain[found.Index..End(plain, found.Index)];
    }

    // To the FROM of this SELECT, or the end of its parentheses.
    private static int End(string sql, int start)
    {
        var depth = 0;
        for (var at = start; at < sql.Length; at++)
        {
            if (sql[at] == '(') depth++;
            else if (sql[at] == ')' && --depth < 0) return at;
            else if (depth == 0 && From().IsMatch(sql, at)) return at;
        }
        return sql.Length;
    }

    [GeneratedRegex(@"'(?:[^'\\]|\\.)*'")]
    private static partial Regex Text();

    [GeneratedRegex(@"\bSELECT\b")]
    private static partial Regex Select();

    [GeneratedRegex(@"\G\bFROM\b")]
    private static partial Regex From();

    [GeneratedRegex(@"\bIN\s*\(\s*$")]
    private static partial Regex Compared();
}
