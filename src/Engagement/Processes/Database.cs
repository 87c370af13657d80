using Engagement.ClickHouse;
using Engagement.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Processes;

/// <summary>
/// The ClickHouse that the settings name, or the embedded one over the data folder, its tables brought to this version of the program: what
/// most verbs work on.
/// </summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly Engines _engines;

    private Database(Engines engines) => (_engines, Client) = (engines, new ClickHouseClient(engines.ClickHouse));

    public ClickHouseClient Client { get; }

    public static async Task<Database> OpenAsync(Settings settings, CancellationToken cancel)
    {
        var database = new Database(await Engines.StartAsync(settings, withKafka: false, NullLogger.Instance, cancel));
        try
        {
            await new Migrator(database.Client).MigrateAsync(cancel);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _engines.DisposeAsync();
    }
}
