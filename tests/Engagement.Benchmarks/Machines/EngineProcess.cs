using System.Globalization;
using Engagement.ClickHouse;

namespace Engagement.Benchmarks.Machines;

/// <summary>A fresh embedded ClickHouse with the product's tables, in a process and a folder of its own.</summary>
internal sealed class EngineProcess : IAsyncDisposable
{
    private readonly MeasuredProcess _process;

    private EngineProcess(MeasuredProcess process, string folder, ClickHouseClient client) =>
        (_process, Folder, Client) = (process, folder, client);

    /// <summary>Goes with the engine.</summary>
    public string Folder { get; }

    public ClickHouseClient Client { get; }

    public string Url => Client.Url.ToString().TrimEnd('/');

    public int Id => _process.Id;

    /// <param name="memory">Bytes its process may have, of which its queries get half; null: as many as the machine has.</param>
    public static async Task<EngineProcess> StartAsync(long? memory = null)
    {
        var folder = Directory.CreateTempSubdirectory("engagement-bench-").FullName;
        var process = MeasuredProcess.ClickHouse(folder, memory);
        var client = new ClickHouseClient(new ClickHouseOptions { Url = await process.ReadyAsync() });
        await new Migrator(client).MigrateAsync();
        return new EngineProcess(process, folder, client);
    }

    public async Task<long> CountAsync(string what) =>
        long.Parse((await Client.ScalarAsync($"SELECT {what} FROM statements"))!, CultureInfo.InvariantCulture);

    /// <summary>What tables take on disk.</summary>
    public async Task<long> BytesOnDiskAsync(params string[] tables) => long.Parse((await Client.ScalarAsync(
        "SELECT sum(bytes_on_disk) FROM system.parts WHERE active AND database = currentDatabase() AND table IN {tables:Array(String)}",
        [("tables", tables)]))!, CultureInfo.InvariantCulture);

    /// <summary>Bytes all its queries may use together.</summary>
    public async Task<long> MemoryLimitAsync() => long.Parse((await Client.ScalarAsync(
        "SELECT value FROM system.server_settings WHERE name = 'max_server_memory_usage'"))!, CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _process.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
