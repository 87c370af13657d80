using System.Diagnostics;

namespace Engagement.Engines.Tests.Ingest.Faults;

/// <summary>A file system of its own in memory, small enough to be filled up. Mounting takes root, or sudo without a password.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Megabytes = 64;
    private const string Ballast = "ballast";
    private readonly string _ballast;

    public SmallDisk()
    {
        Folder = Directory.CreateTempSubdirectory("engagement-disk-").FullName;
        if (Run("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "tmpfs", Folder) is { } reason)
            throw new InvalidOperationException($"No file system could be mounted: {reason}");
        _ballast = Path.Combine(Folder, Ballast);
    }

    public string Folder { get; }

    /// <summary>Why there can be none on this machine; null where there can.</summary>
    public static string? WhyNot()
    {
        try
        {
            using var disk = new SmallDisk();
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return e.Message;
        }
    }

    /// <summary>Not one byte is left free.</summary>
    public void Fill()
    {
        using var file = File.OpenHandle(_ballast, FileMode.Create, FileAccess.Write);
        var (at, block) = (0L, new byte[1 << 20]);
        while (block.Length > 0)
        {
            try
            {
                RandomAccess.Write(file, block, at);
                at += block.Length;
            }
            catch (IOException)
            {
                Array.Resize(ref block, block.Length / 2); // what still fits is smaller
            }
        }
    }

    public void Free() => File.Delete(_ballast);

    public void Dispose()
    {
        Run("umount", "--lazy", Folder);
        Directory.Delete(Folder);
    }

    private static string? Run(params string[] command)
    {
        if (Environment.UserName != "root") command = ["sudo", "-n", .. command];
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? null : errors.Trim();
    }
}
