using System.Text;
using System.Text.RegularExpressions;

namespace Engagement.ClickHouse;

/// <summary>The two things that can't be a parameter: an identifier, and where one statement of a file ends.</summary>
public static partial class Sql
{
    /// <summary>An identifier, checked: letters, digits and underscores.</summary>
    public static string Name(string identifier) => Identifier().IsMatch(identifier)
        ? identifier
        : throw new ArgumentException("A database or table name holds letters, digits and underscores only, and starts with no digit");

    /// <summary>Statements of a file: each ends with a semicolon at the end of a line. Comment lines before a statement stay with it.</summary>
    public static IEnumerable<string> Statements(string text)
    {
        var statement = new StringBuilder();
        var isBlank = true;
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.TrimEnd();
            statement.Append(trimmed.TrimEnd(';')).Append('\n');
            isBlank &= trimmed.Length == 0 || trimmed.StartsWith("--", StringComparison.Ordinal);
            if (!trimmed.EndsWith(';') || isBlank) continue;
            yield return statement.ToString();
            statement.Clear();
            isBlank = true;
        }
        if (!isBlank) yield return statement.ToString();
    }

    [GeneratedRegex("^[A-Za-z_][A-Za-z0-9_]{0,127}$")]
    private static partial Regex Identifier();
}
