using Engagement.ClickHouse;
using Engagement.Embedded.ClickHouse;

namespace Engagement.Engines.Tests.Engines;

/// <summary>
/// The one embedded ClickHouse of this test process, as a process can hold only one: started by whoever asks first. Each test
/// takes a database of its own. A test host gets no time at its end, so the next one deletes the folder.
/// </summary>
public static class ClickHouseEngine
{
    private static readonly Lazy<Task<Uri>> Started = new(StartAsync);
    private const string FolderPrefix = "engagement-clickhouse-";
    private static readonly Lazy<Task<DatabaseTemplate>> Template = new(() => DatabaseTemplate.MakeAsync(NewAsync));
    private static int _databases;

    /// <summary>Address of the HTTP interface.</summary>
    public static Task<Uri> UrlAsync() => Started.Value;

    /// <summary>A client on a new database with the newest schema. Dispose it: with it goes the database.</summary>
    public static async Task<ClickHouseClient> NewDatabaseAsync()
    {
        var template = await Template.Value;
        var client = await NewEmptyDatabaseAsync();
        await template.CopyAsync(client);
        return client;
    }

    /// <summary>A client on a new database without tables. Dispose it: with it goes the database.</summary>
    public static Task<ClickHouseClient> NewEmptyDatabaseAsync() => NewAsync($"test_{Interlocked.Increment(ref _databases)}");

    private static async Task<ClickHouseClient> NewAsync(string name)
    {
        var options = new ClickHouseOptions { Url = (await Started.Value).ToString(), Database = name };
        var client = new ClickHouseClient(options.By(own => new DroppingTransport(own, name)));
        using var server = client.InDatabase("default");
        await server.ExecuteAsync($"CREATE DATABASE {client.Database}");
        return client;
    }

    /// <summary>A client on a new database of the cluster's, as the embedded engine can play it: see <see cref="PlayedCluster"/>.</summary>
    /// <param name="cluster">One of its names.</param>
    public static async Task<ClickHouseClient> NewClusterDatabaseAsync(string cluster)
    {
        var client = new ClickHouseClient(new ClickHouseOptions
        {
            Url = (await Started.Value).ToString(), Database = $"test_{Interlocked.Increment(ref _databases)}", Cluster = cluster,
        }.By(options => new PlayedCluster(options)));
        await new Migrator(client).MigrateAsync();
        return client;
    }

    private static async Task<Uri> StartAsync()
    {
        DeleteLeftovers();
        var folder = Directory.CreateTempSubdirectory(FolderPrefix).FullName;
        var started = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var serving = Task.Run(() => ClickHouseServer.RunAsync(
            new ClickHouseServerOptions { Path = folder, StopDeadline = TimeSpan.FromSeconds(2), ConfigFile = PlayedCluster.ConfigFile(folder) }, started.SetResult, CancellationToken.None));
        return await await Task.WhenAny(started.Task, FailedAsync(serving));
    }

    private static async Task<Uri> FailedAsync(Task<int> serving)
    {
        await serving;
        throw new InvalidOperationException("The embedded ClickHouse stopped before it answered");
    }

    private static void DeleteLeftovers()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), FolderPrefix + "*"))
        {
            var lockFile = Path.Combine(folder, "engagement.lock");
            if (!File.Exists(lockFile)) continue; // about to be used
            try
            {
                using (new FileStream(lockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
                    Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Another test process is at work there.
            }
        }
    }
}
