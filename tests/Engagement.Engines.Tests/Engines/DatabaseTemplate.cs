using Engagement.ClickHouse;

namespace Engagement.Engines.Tests.Engines;

/// <summary>
/// The newest schema, made once by the migrator and from then on copied: ClickHouse looks at each view anew when it is made of its SQL,
/// and at none that is made with its columns, as they are kept here.
/// </summary>
internal sealed class DatabaseTemplate
{
    private const string Name = "template";

    private readonly string[][] _makings; // each group by those before it

    private DatabaseTemplate(IEnumerable<Made> made) =>
        _makings = [.. made.GroupBy(one => Array.IndexOf(["MaterializedView", "View"], one.Engine)).OrderBy(group => group.Key).Select(group => group.Select(one => one.Making).ToArray())];

    private sealed record Made(string Engine, string Making);

    public static async Task<DatabaseTemplate> MakeAsync(Func<string, Task<ClickHouseClient>> newDatabase)
    {
        var client = await newDatabase(Name); // stays until the process ends
        await new Migrator(client).MigrateAsync();
        return new(await client.ListAsync<Made>("SELECT engine, create_table_query AS making FROM system.tables WHERE database = currentDatabase() ORDER BY name"));
    }

    public async Task CopyAsync(ClickHouseClient to)
    {
        foreach (var group in _makings)
            await Parallel.ForEachAsync(group, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (making, cancel) =>
                await to.ExecuteAsync(making.Replace(Name + ".", to.Database + ".", StringComparison.Ordinal), cancel: cancel));
        await to.ExecuteAsync($"INSERT INTO migrations SELECT * FROM {Name}.migrations");
    }
}
