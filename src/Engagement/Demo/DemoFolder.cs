using Engagement.Hosting;
using Engagement.Processes;

namespace Engagement.Demo;

/// <summary>The demo's own data folder, empty at each start unless the person named one with --data.</summary>
internal static class DemoFolder
{
    public static async Task<DataFolder> FreshAsync(DataFolder parent, CancellationToken cancel)
    {
        var path = Path.Combine(parent.Path, "demo");
        var folder = new DataFolder(path);
        if (await Engines.RunningAsync(folder, cancel) is { } address)
            throw new Fault($"A demo runs already: its ClickHouse answers at {address}. Stop it first, or give this one a folder of its own with --data DIR.");
        Directory.Delete(path, recursive: true);
        return new DataFolder(path);
    }
}
