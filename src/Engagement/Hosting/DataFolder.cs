using System.Security.Cryptography;

namespace Engagement.Hosting;

/// <summary>
/// The folder a run keeps its things in: the embedded engine's files, the keys, logs, and where its engines answer
/// while they run.
/// </summary>
public sealed class DataFolder
{
    public DataFolder(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new Fault($"The data folder {Path} can't be made: {e.Message} Name another with --data DIR.");
        }
    }

    public string Path { get; }

    public string ClickHouse => System.IO.Path.Combine(Path, "clickhouse");

    public string Logs => System.IO.Path.Combine(Path, "logs");

    /// <summary>Keys that seal the cookies of whoever is signed in. Without them everybody signs in again.</summary>
    public string CookieKeys => System.IO.Path.Combine(Path, "cookie-keys");

    /// <summary>The key of the pseudonyms, made at the first start. Whoever loses it can't tell old learners from new ones.</summary>
    public byte[] PrivacyKey() => Key("privacy.key");

    /// <summary>The key that names and addresses are sealed with, made at the first start. Whoever loses it has to import the roster again.</summary>
    public byte[] IdentityKey() => Key("identity.key");

    /// <summary>Address an engine announced, whether or not it still answers there; null where none did.</summary>
    public string? Address(string engine)
    {
        try
        {
            return File.ReadAllText(AddressFile(engine)).Trim();
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Says where an engine answers until the result is disposed.</summary>
    public IDisposable Announce(string engine, string address)
    {
        var file = AddressFile(engine);
        File.WriteAllText(Draft(file), address);
        File.Move(Draft(file), file, overwrite: true); // whoever waits for the file must not find it empty
        return new Announcement(file);
    }

    private byte[] Key(string name)
    {
        var file = System.IO.Path.Combine(Path, name);
        if (!File.Exists(file)) Create(file, RandomNumberGenerator.GetBytes(32));
        return Convert.FromBase64String(File.ReadAllText(file).Trim());
    }

    // Two first starts at once must end with one key: the file appears whole or not at all, and the first one stays.
    private static void Create(string file, byte[] key)
    {
        var draft = Draft(file);
        using (var stream = new FileStream(draft, Owned()))
            stream.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(key)));
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }

    private static FileStreamOptions Owned()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static string Draft(string file) => $"{file}.{Environment.ProcessId}";

    private string AddressFile(string engine) => System.IO.Path.Combine(Path, engine + ".address");

    private sealed class Announcement(string file) : IDisposable
    {
        public void Dispose() => File.Delete(file);
    }
}
