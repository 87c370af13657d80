using System.Text.Json;
using System.Text.RegularExpressions;
using Engagement.ClickHouse;

namespace Engagement.Engines.Tests.Grafana;

/// <summary>Every query of the dashboards is asked of the newest schema.</summary>
public partial class DashboardQueryTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public static TheoryData<string> Files => [.. Dashboard.Files];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_panel_shows_what_there_is(string file)
    {
        using var platform = await OperatedPlatform.StartAsync(Now, learners: 6, pace: 1);
        var faults = new List<string>();
        foreach (var query in Dashboard.Read(file).Queries)
            faults.AddRange((await FaultsAsync(platform, query)).Select(fault => $"{query.Of}: {fault}"));
        AssertNone(faults);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_new_platform_is_no_fault(string file)
    {
        using var platform = await OperatedPlatform.EmptyAsync(Now);
        var faults = new List<string>();
        foreach (var query in Dashboard.Read(file).Queries)
            if (await Record.ExceptionAsync(() => platform.AskAsync(query)) is { } error) faults.Add($"{query.Of}: {error.Message}");
        AssertNone(faults);
    }

    [Theory]
    [InlineData("courses.json")]
    [InlineData("models.json")]
    public async Task What_fewer_than_five_learners_do_changes_no_panel_and_what_five_do_changes_most(string file)
    {
        Assert.Empty(await ChangedAsync(file, learners: 4));
        var queries = Dashboard.Read(file).Queries.Count(query => !TellsTheTime().IsMatch(query.Sql));
        Assert.True((await ChangedAsync(file, learners: 5)).Count > queries / 2);
    }

    private static async Task<List<string>> ChangedAsync(string file, int learners)
    {
        using var slow = await OperatedPlatform.StartAsync(Now, learners, pace: 1);
        using var fast = await OperatedPlatform.StartAsync(Now, learners, pace: 2);
        var changed = new List<string>();
        foreach (var query in Dashboard.Read(file).Queries.Where(query => !TellsTheTime().IsMatch(query.Sql)))
            if (!(await slow.AskAsync(query)).Rows.SequenceEqual((await fast.AskAsync(query)).Rows)) changed.Add(query.Of);
        return changed;
    }

    // All of them, and each in full.
    private static void AssertNone(List<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));

    private static async Task<IEnumerable<string>> FaultsAsync(OperatedPlatform platform, DashboardQuery query)
    {
        try
        {
            var answer = await platform.AskAsync(query);
            return
            [
                .. answer.Rows.Any(row => TellsSomething(row, query.IsSeries)) ? Array.Empty<string>() : ["shows nothing"],
                .. from column in answer.Columns where !Shown().IsMatch(column.Type) select $"a panel can't show, or should not, {column.Name} of type {column.Type}",
                .. query.IsSeries ? SeriesFaults(answer) : [],
            ];
        }
        catch (Exception e) when (e is ClickHouseException or FormatException or JsonException)
        {
            return [e.Message];
        }
    }

    // Times are filled up where nothing happened.
    private static bool TellsSomething(string row, bool isSeries) =>
        JsonElement.Parse(row).EnumerateArray().Skip(isSeries ? 1 : 0).Any(cell => cell.ToString() is not ("" or "0"));

    // Of any other form the plugin makes several series, which no override would name.
    private static IEnumerable<string> SeriesFaults(QueryAnswer answer)
    {
        if (!(answer.Columns[0].Name == "time" && answer.Columns[0].Type.StartsWith("DateTime", StringComparison.Ordinal))) yield return "the first column is no time";
        foreach (var (name, type) in answer.Columns.Skip(1))
            if (!Number().IsMatch(type)) yield return $"{name} is no number, but {type}";
        var times = answer.Rows.Select(row => row.Split('"')[1]).ToList();
        if (!times.SequenceEqual(times.Distinct().Order(StringComparer.Ordinal))) yield return "the times are not in order";
    }

    // A pseudonym is a UUID, which none of these is.
    [GeneratedRegex(@"^(LowCardinality\(String\)|String|(Nullable\()?(U?Int\d+|Float\d+|DateTime(64)?\b.*)\)?)$")]
    private static partial Regex Shown();

    [GeneratedRegex(@"^(Nullable\()?(U?Int|Float)\d+\)?$")]
    private static partial Regex Number();

    [GeneratedRegex(@"\bnow(64)?\(")]
    private static partial Regex TellsTheTime();
}
