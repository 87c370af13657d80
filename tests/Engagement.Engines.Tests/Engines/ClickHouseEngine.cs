using Engagement.ClickHouse;
using Engagement.Embedded.ClickHouse;

namespace Engagement.Engines.Tests.Engines;

/// <summary>
/// The one embedded ClickHouse of this test process, as a process can hold only one: started by whoever asks first, stopped
/// and its folder deleted when the process ends. Each test takes a database of its own.
/// </summary>
public static class ClickHouseEngine
{
    private static readonly Lazy<Task<Uri>> Started = new(StartAsync);
    private static int _databases;

    /// <summary>Address of the HTTP interface.</summary>
    public static Task<Uri> UrlAsync() => Started.Value;

    /// <summary>A client on a new database with the newest schema. Dispose it; the database stays until the process ends.</summary>
    public static async Task<ClickHouseClient> NewDatabaseAsync()
    {
        var client = await NewEmptyDatabaseAsync();
        await new Migrator(client).MigrateAsync();
        return client;
    }

    /// <summary>A client on a new database without tables.</summary>
    public static async Task<ClickHouseClient> NewEmptyDatabaseAsync()
    {
        var client = new ClickHouseClient(new ClickHouseOptions { Url = (await Started.Value).ToString(), Database = $"test_{Interlocked.Increment(ref _databases)}" });
        using var server = client.InDatabase("default");
        await server.ExecuteAsync($"CREATE DATABASE {client.Database}");
        return client;
    }

    private static async Task<Uri> StartAsync()
    {
        var folder = Directory.CreateTempSubdirectory("engagement-clickhouse-").FullName;
        var stop = new CancellationTokenSource();
        var started = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var serving = Task.Run(() => ClickHouseServer.RunAsync(
            new ClickHouseServerOptions { Path = folder, StopDeadline = TimeSpan.FromSeconds(2) }, started.SetResult, stop.Token));
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            stop.Cancel();
            if (Task.WaitAny([serving], TimeSpan.FromSeconds(10)) == 0) Directory.Delete(folder, recursive: true);
        };
        return await await Task.WhenAny(started.Task, FailedAsync(serving));
    }

    private static async Task<Uri> FailedAsync(Task<int> serving)
    {
        await serving;
        throw new InvalidOperationException("The embedded ClickHouse stopped before it answered");
    }
}
