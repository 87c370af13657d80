using System.Text.RegularExpressions;
using Engagement.Engines.Tests.Engines;
using Engagement.Tests;

namespace Engagement.Engines.Tests.Metrics;

/// <summary>docs/metrics.md has every column of the tables and views it speaks of, and none that is not there.</summary>
public partial class DocumentationTests
{
    private static readonly string[] Promised =
    [
        "enrolments", "visits", "section_engagement", "learner_days", "contributions", "feedback", "help", "community", "artifacts",
        "section_daily", "section_summary", "course_summary", "group_summary", "survival", "skip_summary", "answer_summary", "community_summary",
    ];

    private sealed record Columns(string Table, string[] Names);

    [Fact]
    public async Task Every_column_is_described_under_its_table()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "docs", "metrics.md"));
        var described = Section().Matches(text).ToDictionary(
            m => m.Groups["table"].Value,
            m => Row().Matches(m.Groups["text"].Value).SelectMany(row => Name().Matches(row.Groups["names"].Value)).Select(n => n.Groups["name"].Value).ToList());
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var columns = await clickHouse.ListAsync<Columns>("""
            SELECT table, groupArray(name) AS names FROM system.columns
            WHERE database = currentDatabase() AND table IN {tables:Array(String)} AND name != 'is_deleted' AND (name != 'row_version' OR table = 'outcomes')
            GROUP BY table
            """, [("tables", described.Keys.ToArray())]);
        Assert.Equal(described.Keys.Order(), columns.Select(c => c.Table).Order());
        Assert.Empty(Promised.Except(described.Keys));
        Assert.All(columns, c => Assert.Equal(c.Names.Order(), described[c.Table].Order()));
    }

    [Fact]
    public async Task Every_report_is_named_with_what_it_holds_back()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Folder, "docs", "metrics.md"));
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var reports = await clickHouse.ListAsync<Report>("SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE '%\\_report'");
        Assert.NotEmpty(reports);
        Assert.All(reports, r => Assert.Contains($"\n| `{r.Name}` |", text, StringComparison.Ordinal));
    }

    private sealed record Report(string Name);

    // A heading that is a table's name, and all until the next heading.
    [GeneratedRegex(@"^### (?<table>[a-z_]+)\n(?<text>(?:(?!#).*\n)*)", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^\| (?<names>`[^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[a-z0-9_]+)`")]
    private static partial Regex Name();
}
