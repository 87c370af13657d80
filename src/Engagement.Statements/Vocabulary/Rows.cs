namespace Engagement.Statements.Vocabulary;

/// <summary>Reads the tables that lie beside this file: tab-separated, # starts a comment.</summary>
internal static class Rows
{
    public static IEnumerable<string[]> Of(string table)
    {
        using var stream = typeof(Rows).Assembly.GetManifestResourceStream(table)
            ?? throw new InvalidOperationException($"{table} is not built into {typeof(Rows).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t', StringSplitOptions.TrimEntries);
    }
}
