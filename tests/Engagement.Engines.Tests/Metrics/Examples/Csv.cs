namespace Engagement.Engines.Tests.Metrics.Examples;

/// <summary>A table whose values hold no comma, but for those of the last column.</summary>
internal sealed record Csv(string[] Columns, List<string[]> Rows)
{
    /// <exception cref="InvalidDataException">A row has too few values.</exception>
    public static Csv Read(string file)
    {
        var lines = File.ReadAllLines(file);
        var columns = lines[0].Split(',');
        var rows = lines.Skip(1).Select(line => line.Split(',', columns.Length)).ToList();
        var bad = rows.FindIndex(row => row.Length < columns.Length);
        return bad < 0 ? new Csv(columns, rows) : throw new InvalidDataException($"{file}({bad + 2}): {rows[bad].Length} values for {columns.Length} columns");
    }

    /// <summary>Empty where the table has no such column.</summary>
    public string Value(string[] row, string column) => Array.IndexOf(Columns, column) is >= 0 and var i ? row[i] : "";
}
