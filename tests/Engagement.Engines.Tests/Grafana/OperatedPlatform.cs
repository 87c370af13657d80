using System.Text.Json;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Grafana;

/// <summary>A database that has something for each panel to show (<c>rows.sql</c>), asked as Grafana asks. Dispose it.</summary>
internal sealed class OperatedPlatform : IDisposable
{
    private static readonly string RowsFile = Path.Combine(Engagement.Tests.Repository.Folder, "tests", "Engagement.Engines.Tests", "Grafana", "rows.sql");

    private readonly ClickHouseClient _clickHouse;
    private readonly PluginMacros _macros;

    private OperatedPlatform(ClickHouseClient clickHouse, DateTimeOffset now)
    {
        _clickHouse = clickHouse;
        _macros = new PluginMacros(now.AddDays(-90), now.AddHours(1), TimeSpan.FromHours(1), new Dictionary<string, string> { ["course"] = "course", ["section"] = "first" });
    }

    /// <param name="now">A little after the newest row.</param>
    /// <param name="learners">Of the one course there is.</param>
    /// <param name="pace">1 or 2: how these do, so that most figures about them are others.</param>
    public static async Task<OperatedPlatform> StartAsync(DateTimeOffset now, int learners, int pace)
    {
        var platform = await EmptyAsync(now);
        foreach (var insert in Sql.Statements(await File.ReadAllTextAsync(RowsFile)))
            await platform._clickHouse.ExecuteAsync(insert, [("now", now), ("learners", learners), ("pace", pace)]);
        return platform;
    }

    /// <summary>One that nothing has come to yet.</summary>
    public static async Task<OperatedPlatform> EmptyAsync(DateTimeOffset now) => new(await ClickHouseEngine.NewDatabaseAsync(), now);

    /// <exception cref="ClickHouseException">It can't be answered.</exception>
    /// <exception cref="FormatException">It has a macro or a variable that is not known.</exception>
    public async Task<QueryAnswer> AskAsync(DashboardQuery query)
    {
        var answer = JsonElement.Parse(await _clickHouse.TextAsync(_macros.Expand(query.Sql), "JSONCompact"));
        return new QueryAnswer(
            [.. answer.GetProperty("meta").EnumerateArray().Select(column => (column.GetProperty("name").GetString()!, column.GetProperty("type").GetString()!))],
            [.. answer.GetProperty("data").EnumerateArray().Select(row => row.GetRawText())]);
    }

    public void Dispose() => _clickHouse.Dispose();
}

/// <summary>Columns and rows, as ClickHouse words them.</summary>
internal sealed record QueryAnswer(IReadOnlyList<(string Name, string Type)> Columns, IReadOnlyList<string> Rows);
