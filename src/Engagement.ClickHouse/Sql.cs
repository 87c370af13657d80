using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Engagement.ClickHouse;

/// <summary>What surrounds a query and can't be a parameter: the file it stands in, where a statement of it ends, an identifier.</summary>
public static partial class Sql
{
    private static readonly ConcurrentDictionary<(Assembly, string), string> Files = new();

    /// <summary>Text of a .sql file that is embedded in an assembly named as its root namespace.</summary>
    /// <param name="assembly">Where it is embedded.</param>
    /// <param name="folder">Its folder.</param>
    /// <param name="name">Its name without the ending.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static string File(Assembly assembly, string folder, string name) => Files.GetOrAdd((assembly, $"{folder}.{name}"), static key =>
    {
        using var stream = key.Item1.GetManifestResourceStream($"{key.Item1.GetName().Name}.{key.Item2}.sql")
            ?? throw new ArgumentException($"There is no {key.Item2}.sql");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

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
