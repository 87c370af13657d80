namespace Engagement.Erasing;

/// <summary>A file that nobody but its owner may read.</summary>
internal static class OwnFile
{
    /// <exception cref="UnauthorizedAccessException">It can't be written.</exception>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(path, options);
    }
}
