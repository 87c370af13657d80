using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Engines.Tests.Engines;
using Engagement.Metrics;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Metrics.Examples;

/// <summary>All examples, stored and computed.</summary>
public sealed class ExampleDatabase : IAsyncLifetime
{
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateDirectories(Example.Folder).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    internal ClickHouseClient ClickHouse { get; private set; } = null!;

    internal IReadOnlyDictionary<string, Example> Examples { get; } = Names.ToDictionary(name => name, name => new Example(name));

    public async Task InitializeAsync()
    {
        ClickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var outlines = new OutlineStore(ClickHouse, TimeProvider.System);
        foreach (var example in Examples.Values)
        {
            if (example.Outline() is { } outline) await outlines.SaveAsync(outline, DateTimeOffset.UnixEpoch);
            await ClickHouse.StoreAsync(example.Statements);
        }
        await new MetricsRun(ClickHouse, Options.Create(new MetricsOptions())).RunAsync();
    }

    public Task DisposeAsync()
    {
        ClickHouse.Dispose();
        return Task.CompletedTask;
    }
}
