namespace Engagement.Attrition.Evaluation.Report;

/// <summary>Tables as Markdown has them.</summary>
internal static class Markdown
{
    /// <summary>Words in the first column, numbers in the others.</summary>
    public static string Table(string[] head, IEnumerable<string[]> rows) =>
        string.Concat(new[] { head, [.. head.Select((_, i) => i == 0 ? "---" : "---:")] }.Concat(rows).Select(cells => $"| {string.Join(" | ", cells)} |\n"));

    /// <summary>A name from outside as a cell.</summary>
    public static string Cell(string name) => name.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);
}
