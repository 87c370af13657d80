using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.Tests;

namespace Engagement.Engines.Tests.Grafana;

/// <summary>What Grafana asks of a dashboard, and what we ask besides.</summary>
public partial class DashboardShapeTests
{
    private const string Plugin = "grafana-clickhouse-datasource";

    // Okabe and Ito's, and a grey: told apart by those who see few colours.
    private static readonly string[] Palette = ["#0072B2", "#D55E00", "#009E73", "#E69F00", "#56B4E9", "#CC79A7", "#999999"];

    public static TheoryData<string> Files => [.. Dashboard.Files];

    [Fact]
    public void Every_dashboard_has_a_name_and_an_id_of_its_own()
    {
        var dashboards = Dashboard.Files.Select(Dashboard.Read).ToList();
        Assert.NotEmpty(dashboards);
        foreach (var name in new[] { "uid", "title", "description" })
        {
            var values = dashboards.ConvertAll(dashboard => dashboard.Json.GetProperty(name).GetString());
            Assert.DoesNotContain(values, string.IsNullOrWhiteSpace);
            Assert.Equal(values.Count, values.Distinct().Count());
        }
        Assert.All(dashboards, dashboard => Assert.InRange(dashboard.Json.GetProperty("schemaVersion").GetInt32(), 36, 42));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_panel_says_what_it_shows_and_what_to_do(string file)
    {
        var panels = Dashboard.Read(file).Panels;
        Assert.NotEmpty(panels);
        Assert.Equal(panels.Count, panels.Select(panel => panel.Id).Distinct().Count());
        foreach (var panel in panels)
        {
            Assert.False(string.IsNullOrWhiteSpace(panel.Title), $"Panel {panel.Id} of {file} has no title.");
            if (panel.IsRow) continue;
            Assert.False(string.IsNullOrWhiteSpace(panel.Description), $"'{panel.Title}' has no description.");
            Assert.True(panel.Targets.Any(target => target.GetProperty("rawSql").GetString() is { Length: > 0 }), $"'{panel.Title}' asks nothing.");
            Assert.True(Defaults(panel).TryGetProperty("unit", out _), $"'{panel.Title}' has no unit.");
            Assert.NotEmpty(Defaults(panel).GetProperty("thresholds").GetProperty("steps").EnumerateArray());
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_panel_lies_over_another_or_beyond_the_edge(string file)
    {
        var panels = Dashboard.Read(file).Panels;
        Assert.All(panels, panel => Assert.True(panel.Place is { X: >= 0, Y: >= 0, Width: > 0, Height: > 0 } place && place.X + place.Width <= 24, panel.Title));
        Assert.Empty(
            from one in panels
            from other in panels
            where one.Id < other.Id && Overlap(one.Place, other.Place)
            select $"'{one.Title}' and '{other.Title}'");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void The_data_source_is_whichever_is_chosen(string file)
    {
        var dashboard = Dashboard.Read(file);
        Assert.Equal(Plugin, dashboard.Variables.Single(variable => variable.GetProperty("type").GetString() == "datasource").GetProperty("query").GetString());
        var sources = dashboard.Panels.Where(panel => !panel.IsRow).SelectMany(panel => panel.Targets.Append(panel.Json))
            .Concat(dashboard.Variables.Where(variable => variable.GetProperty("type").GetString() == "query"));
        Assert.Equal([(Plugin, "${datasource}")], sources.Select(source => source.GetProperty("datasource"))
            .Select(source => (source.GetProperty("type").GetString()!, source.GetProperty("uid").GetString()!)).Distinct());
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Colours_are_told_apart_by_everybody(string file)
    {
        Assert.Empty(Colour().Matches(File.ReadAllText(Path.Combine(Dashboard.Folder, file))).Select(colour => colour.Groups["value"].Value).Except(Palette));
        Assert.All(Dashboard.Read(file).Panels.Where(panel => !panel.IsRow), panel =>
            Assert.Contains(Defaults(panel).GetProperty("color").GetProperty("mode").GetString(), new[] { "fixed", "thresholds" }));
    }

    [Fact]
    public void What_the_provisioning_asks_of_the_environment_is_explained()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Folder, "docs", "operations.md"));
        var source = File.ReadAllText(Path.Combine(Dashboard.Folder, "provisioning", "datasources", "engagement.yaml"));
        Assert.Contains($"type: {Plugin}", source, StringComparison.Ordinal);
        var settings = Setting().Matches(source).Select(setting => setting.Groups["name"].Value).ToList();
        Assert.Contains("CLICKHOUSE_PASSWORD", settings);
        Assert.All(settings, setting => Assert.Contains($"`{setting}`", page, StringComparison.Ordinal));
        Assert.All(Dashboard.Files, file => Assert.Contains($"`{file}`", page, StringComparison.Ordinal));
    }

    private static JsonElement Defaults(Panel panel) => panel.Json.GetProperty("fieldConfig").GetProperty("defaults");

    private static bool Overlap((int X, int Y, int Width, int Height) one, (int X, int Y, int Width, int Height) other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + other.Height && other.Y < one.Y + one.Height;

    [GeneratedRegex(@"""(color|fixedColor)"": ""(?<value>[^""]*)""")]
    private static partial Regex Colour();

    [GeneratedRegex(@"\$\{?(?<name>[A-Z_]+)")]
    private static partial Regex Setting();
}
