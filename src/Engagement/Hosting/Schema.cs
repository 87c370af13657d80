using Engagement.ClickHouse;

namespace Engagement.Hosting;

/// <summary>Brings the tables to this program's version at start; waits for a ClickHouse that is still coming up.</summary>
internal static class Schema
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

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
}
