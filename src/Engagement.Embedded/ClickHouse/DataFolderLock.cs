using System.Collections.Concurrent;

namespace Engagement.Embedded.ClickHouse;

/// <summary>Keeps a second process off the engine's folder. The system lets go of it when this process ends, however it ends.</summary>
internal sealed class DataFolderLock : IDisposable
{
    // Keeps them from the garbage collector: a server that runs for ever is referred to by nobody.
    private static readonly ConcurrentDictionary<DataFolderLock, FileStream> Held = new();

    private DataFolderLock(FileStream file) => Held[this] = file;

    /// <summary>Takes it, or waits while another process lets go of it.</summary>
    /// <exception cref="ClickHouseServerException">It did not within <paramref name="patience"/>.</exception>
    public static async Task<DataFolderLock> TakeAsync(string folder, TimeSpan patience, TimeProvider time, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        for (var start = time.GetTimestamp(); ; await Task.Delay(TimeSpan.FromMilliseconds(50), time, stop))
        {
            try
            {
                return new DataFolderLock(new FileStream(Path.Combine(folder, "engagement.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            }
            catch (IOException) when (time.GetElapsedTime(start) < patience)
            {
                // still taken
            }
            catch (IOException e)
            {
                throw new ClickHouseServerException(
                    $"Another process has the ClickHouse folder {folder} open. Stop it, use its address, or name another data folder.", e);
            }
        }
    }

    public void Dispose()
    {
        if (Held.TryRemove(this, out var file)) file.Dispose();
    }
}
