namespace Engagement.Embedded.ClickHouse;

/// <summary>Keeps a second process off the engine's folder. The system lets go of it when this process ends, however it ends.</summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

<<<<<<< HEAD
    /// <summary>Takes it, or waits while another process lets go of it.</summary>
    /// <exception cref="FolderInUseException">It did not within <paramref name="patience"/>.</exception>
    public static async Task<DataFolderLock> TakeAsync(string folder, TimeSpan patience, TimeProvider time, CancellationToken stop)
=======
    /// <exception cref="ClickHouseServerException">Another process has the folder.</exception>
    public static DataFolderLock Take(string folder)
>>>>>>> chserver
    {
        Directory.CreateDirectory(folder);
        for (var start = time.GetTimestamp(); ; await Task.Delay(TimeSpan.FromMilliseconds(50), time, stop))
        {
<<<<<<< HEAD
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
                throw new FolderInUseException(
                    $"Another process has the ClickHouse folder {folder} open. Stop it, use its address, or name another data folder.", e);
            }
=======
            return new DataFolderLock(new FileStream(Path.Combine(folder, "engagement.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new ClickHouseServerException(
                $"Another process has the ClickHouse folder {folder} open. Stop it, use its address, or name another data folder.", e);
>>>>>>> chserver
        }
    }

    public void Dispose() => _file.Dispose();
}
