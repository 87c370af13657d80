using Engagement.ClickHouse;

namespace Engagement.Erasure.Disk;

/// <summary>Where the tombstones lie: the one place with the pseudonym of an erased learner.</summary>
public static class TombstoneFolders
{
    /// <summary>Absolute, as the engine names them. Errors as <see cref="ClickHouseClient"/> has them.</summary>
    public static async Task<IReadOnlyList<string>> AskAsync(ClickHouseClient clickHouse, CancellationToken cancel = default) =>
        (await clickHouse.ListAsync<Folder>(
            "SELECT arrayJoin(data_paths) AS path FROM system.tables WHERE database = currentDatabase() AND name = 'erasures'", cancel: cancel)).ConvertAll(folder => folder.Path);

    private sealed record Folder(string Path);
}
