using System.Text;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.EndToEnd;

/// <summary>All that a data folder holds: the bytes of every file, and every row of every table, as files of tables are compressed.</summary>
internal sealed class Holdings
{
    private readonly List<(string Place, string Bytes)> _all = [];

    /// <param name="data">The folder of a run that has ended.</param>
    public static async Task<Holdings> ReadAsync(string data)
    {
        var holdings = new Holdings();
        foreach (var file in Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories))
            holdings.Add(Path.GetRelativePath(data, file), await File.ReadAllBytesAsync(file));

        await using var engine = EngagementProcess.Start(new Dictionary<string, string>(), "clickhouse", "--port", "0", "--data", data);
        var address = Path.Combine(data, "clickhouse.address");
        await Until.TrueAsync(() => File.Exists(address) || engine.HasEnded, "the engine answers");
        using var client = new ClickHouseClient(new ClickHouseOptions { Url = await File.ReadAllTextAsync(address) });
        foreach (var table in await client.ListAsync<Table>("SELECT name FROM system.tables WHERE database = currentDatabase() AND engine LIKE '%MergeTree%'"))
            holdings.Add($"table {table.Name}", await client.BytesAsync($"SELECT * FROM {table.Name}", "RowBinary"));
        return holdings;
    }

    /// <summary>Files and tables that hold a text, in UTF-8 and whatever the case of its letters.</summary>
    public IReadOnlyList<string> PlacesOf(string text)
    {
        var bytes = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));
        return [.. _all.Where(one => one.Bytes.Contains(bytes, StringComparison.OrdinalIgnoreCase)).Select(one => one.Place)];
    }

    // A character a byte, so that what is no text can be searched as well.
    private void Add(string place, byte[] bytes) => _all.Add((place, Encoding.Latin1.GetString(bytes)));

    private sealed record Table(string Name);
}
