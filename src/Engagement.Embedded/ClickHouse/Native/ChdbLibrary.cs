namespace Engagement.Embedded.ClickHouse.Native;

/// <summary>Where libchdb.so is: <c>ENGAGEMENT_CHDB</c>, else the place the set-up puts it.</summary>
internal static class ChdbLibrary
{
    public const string Version = "26.7.3-stable.1";

    public static string Path { get; } =
        Environment.GetEnvironmentVariable("ENGAGEMENT_CHDB") is { Length: > 0 } named ? named : System.IO.Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache
                ? cache
                : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "engagement", "chdb", Version, "libchdb.so");

    /// <exception cref="ClickHouseServerException">Says how to get it.</exception>
    public static void Require()
    {
        if (!File.Exists(Path))
            throw new ClickHouseServerException(
                $"The embedded ClickHouse library is not at {Path}. Run ./engagement, which fetches it, or set ENGAGEMENT_CHDB to a libchdb {Version}.");
    }
}
