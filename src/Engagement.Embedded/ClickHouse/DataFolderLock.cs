namespace Engagement.Embedded.ClickHouse;

/// <summary>Keeps a second process off the engine's folder. The system lets go of it when this process ends, however it ends.</summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <exception cref="ClickHouseServerException">Another process has the folder.</exception>
    public static DataFolderLock Take(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new DataFolderLock(new FileStream(Path.Combine(folder, "engagement.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e)
        {
            throw new ClickHouseServerException(
                $"Another process has the ClickHouse folder {folder} open. Stop it, use its address, or name another data folder.", e);
        }
    }

    public void Dispose() => _file.Dispose();
}
