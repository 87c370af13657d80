using Engagement.ClickHouse;
using Engagement.Engines.Tests.Servers;

namespace Engagement.Engines.Tests.Engines;

/// <summary>The one ClickHouse server of these tests. Each takes a database of its own, which is dropped when the process ends in order.</summary>
public static class ClickHouseEngine
{
    private static readonly string Prefix = $"engagement_test_{Guid.NewGuid():N}_";
    private static int _databases;

    /// <summary>A client on a new database with the newest schema. Dispose it.</summary>
    public static async Task<ClickHouseClient> NewDatabaseAsync()
    {
        var url = new Uri(await RealServers.ClickHouseAsync());
        var account = Uri.UnescapeDataString(url.UserInfo).Split(':', 2);
        var options = new ClickHouseOptions
        {
            Url = url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped),
            User = account[0].Length > 0 ? account[0] : "default", Password = account.ElementAtOrDefault(1) ?? "",
            Database = Prefix + Interlocked.Increment(ref _databases),
        };
        var client = new ClickHouseClient(options);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            using var server = new ClickHouseClient(options.In("default"));
            server.ExecuteAsync($"DROP DATABASE IF EXISTS {options.Database}").Wait(TimeSpan.FromSeconds(10));
        };
        await new Migrator(client).MigrateAsync();
        return client;
    }
}
