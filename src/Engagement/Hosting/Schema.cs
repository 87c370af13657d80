using Engagement.ClickHouse;

namespace Engagement.Hosting;

/// <summary>The tables and this program's version.</summary>
internal static class Schema
{
    private const int UnknownTable = 60, UnknownDatabase = 81;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Brings the tables to this version at start; waits for a ClickHouse that is still coming up.</summary>
    public static async Task ApplyAsync(ClickHouseClient client, Serilog.ILogger log, CancellationToken cancel)
    {
        using var deadline = new CancellationTokenSource(Patience);
        for (var wait = 100; ; wait = Math.Min(wait * 2, 5000))
        {
            try
            {
                foreach (var name in await new Migrator(client).MigrateAsync(cancel)) log.Information("Applied migration {Migration}", name);
                return;
            }
            catch (HttpRequestException e) when (!deadline.IsCancellationRequested)
            {
                log.Warning("ClickHouse at {Url} does not answer yet ({Reason}); trying again", client.Url, e.Message);
                await Task.Delay(wait, cancel);
            }
        }
    }
    /// <summary>Asks tables that may not be there.</summary>
    /// <exception cref="Fault">They are not; it says what to do.</exception>
    public static async Task<T> AskAsync<T>(ClickHouseClient client, Func<Task<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (ClickHouseException e) when (e.Code is UnknownTable or UnknownDatabase)
        {
            throw new Fault($"The tables at {client.Url} are not of this version. Run './engagement migrate' with the same settings, or start the program, which does it.");
        }
    }
}
