using System.Text;

namespace Engagement.Benchmarks.Reports;

/// <summary>A table of Markdown: words in the first column, numbers in the others.</summary>
internal sealed class MarkdownTable
{
    private readonly StringBuilder _text = new();

    public MarkdownTable(params IEnumerable<string> head)
    {
        string[] cells = [.. head];
        Row(cells);
        Row(cells.Select((_, i) => i == 0 ? "---" : "---:"));
    }

    public MarkdownTable Row(params IEnumerable<string> cells)
    {
        _text.Append("| ").AppendJoin(" | ", cells).AppendLine(" |");
        return this;
    }

    public override string ToString() => _text.ToString();
}
