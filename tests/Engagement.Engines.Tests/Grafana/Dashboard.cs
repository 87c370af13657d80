using System.Text.Json;
using Engagement.Tests;

namespace Engagement.Engines.Tests.Grafana;

/// <summary>A dashboard as its file has it.</summary>
internal sealed record Dashboard(string File, JsonElement Json)
{
    public static string Folder { get; } = Path.Combine(Repository.Folder, "dashboards", "grafana");

    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public static Dashboard Read(string file) => new(file, JsonElement.Parse(System.IO.File.ReadAllText(Path.Combine(Folder, file))));

    public IReadOnlyList<JsonElement> Variables => [.. Json.GetProperty("templating").GetProperty("list").EnumerateArray()];

    /// <summary>Rows and panels, those within rows after their row.</summary>
    public IReadOnlyList<Panel> Panels => [.. Within(Json)];

    /// <summary>What variables ask first, then what panels do.</summary>
    public IReadOnlyList<DashboardQuery> Queries =>
    [
        .. from variable in Variables
           where variable.GetProperty("type").GetString() == "query"
           select new DashboardQuery($"{File}, variable {variable.GetProperty("name")}", variable.GetProperty("query").GetString()!, IsSeries: false),
        .. from panel in Panels
           from target in panel.Targets
           select new DashboardQuery($"{File}, panel '{panel.Title}'", target.GetProperty("rawSql").GetString()!, target.GetProperty("format").GetInt32() == 0),
    ];

    private static IEnumerable<Panel> Within(JsonElement parent)
    {
        if (!parent.TryGetProperty("panels", out var panels)) yield break;
        foreach (var json in panels.EnumerateArray())
        {
            yield return new Panel(json);
            foreach (var inner in Within(json)) yield return inner;
        }
    }
}

/// <summary>A panel, or a row of them.</summary>
internal sealed record Panel(JsonElement Json)
{
    public int Id => Json.GetProperty("id").GetInt32();

    public string Type => Text("type");

    public string Title => Text("title");

    public string Description => Text("description");

    public bool IsRow => Type == "row";

    public IReadOnlyList<JsonElement> Targets => Json.TryGetProperty("targets", out var targets) ? [.. targets.EnumerateArray()] : [];

    /// <summary>In cells of the grid: from the left, from the top, width, height.</summary>
    public (int X, int Y, int Width, int Height) Place
    {
        get
        {
            var place = Json.GetProperty("gridPos");
            return (place.GetProperty("x").GetInt32(), place.GetProperty("y").GetInt32(), place.GetProperty("w").GetInt32(), place.GetProperty("h").GetInt32());
        }
    }

    private string Text(string name) => Json.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}

/// <summary>A query, as a dashboard has it.</summary>
/// <param name="Of">Dashboard and panel or variable, for a message.</param>
/// <param name="Sql">With macros and variables.</param>
/// <param name="IsSeries">Its answer is drawn over time.</param>
internal sealed record DashboardQuery(string Of, string Sql, bool IsSeries);
