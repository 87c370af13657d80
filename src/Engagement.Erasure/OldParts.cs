using System.Text.RegularExpressions;
using Engagement.ClickHouse;

namespace Engagement.Erasure;

/// <summary>
/// What a mutation or a merge replaced: a part that no query reads any more, but that lies on the disk with all its rows until the
/// server has time, up to eight minutes. Errors as <see cref="ClickHouseClient"/> has them.
/// </summary>
internal sealed partial class OldParts(ClickHouseClient clickHouse, TimeProvider time)
{
    private const int ShortSeconds = 5;

    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3), Look = TimeSpan.FromMilliseconds(200);

    private const string Inactive = "FROM system.parts AS p WHERE p.database = currentDatabase() AND NOT p.active AND p.table IN {tables:Array(String)}";

    /// <summary>Has the server remove those that are there now, and waits for it.</summary>
    /// <param name="tables">Whose.</param>
    /// <param name="cancel">Stops waiting.</param>
    /// <returns>Those that are still there after three minutes, since a query reads them; usually none.</returns>
    public async Task<IReadOnlyList<string>> RemoveAsync(IReadOnlyList<string> tables, CancellationToken cancel)
    {
        var parts = (await ListAsync(tables, cancel)).ToHashSet();
        if (parts.Count == 0) return [];
        string[] concerned = [.. parts.Select(part => part.Table).Distinct()];
        var hurried = await HurryAsync(concerned, cancel);
        try
        {
            var started = time.GetTimestamp();
            while (parts.Count > 0 && time.GetElapsedTime(started) < Deadline)
            {
                // Wakes the thread that removes them, which else sleeps for half a minute or longer.
                foreach (var table in parts.Select(part => part.Table).Distinct())
                    await clickHouse.ExecuteAsync($"SYSTEM START CLEANUP {Sql.Name(clickHouse.Database)}.{Sql.Name(table)}", cancel: cancel);
                await Task.Delay(Look, time, cancel);
                parts.IntersectWith(await ListAsync(concerned, cancel));
            }
        }
        finally
        {
            foreach (var table in hurried) await clickHouse.ExecuteAsync($"ALTER TABLE {Sql.Name(table)} RESET SETTING old_parts_lifetime", cancel: CancellationToken.None);
        }
        return [.. parts.Select(part => $"{part.Table} {part.Name}")];
    }

    // Where old parts are kept for long by default, they are not while this waits. A lifetime of a table's own is a short one.
    private async Task<List<string>> HurryAsync(IReadOnlyList<string> tables, CancellationToken cancel)
    {
        var usual = await clickHouse.ScalarAsync("SELECT toUInt64(value) <= {short:UInt64} FROM system.merge_tree_settings WHERE name = 'old_parts_lifetime'", [("short", ShortSeconds)], cancel);
        var hurried = new List<string>();
        foreach (var table in await clickHouse.ListAsync<Engine>(
            "SELECT name, engine_full FROM system.tables WHERE database = currentDatabase() AND name IN {tables:Array(String)}", [("tables", tables)], cancel))
        {
            var own = Lifetime().Match(table.EngineFull);
            // 0 is what an erasure that died left behind.
            if (own.Success ? own.Groups["seconds"].Value != "0" : usual == "1") continue;
            hurried.Add(table.Name);
            await clickHouse.ExecuteAsync($"ALTER TABLE {Sql.Name(table.Name)} MODIFY SETTING old_parts_lifetime = 0", cancel: cancel);
        }
        return hurried;
    }

    private Task<List<Part>> ListAsync(IReadOnlyList<string> tables, CancellationToken cancel) =>
        clickHouse.ListAsync<Part>($"SELECT p.table AS table, p.name AS name {Inactive}", [("tables", tables)], cancel);

    [GeneratedRegex("old_parts_lifetime = (?<seconds>[0-9]+)")]
    private static partial Regex Lifetime();

    private sealed record Part(string Table, string Name);

    private sealed record Engine(string Name, string EngineFull);
}
