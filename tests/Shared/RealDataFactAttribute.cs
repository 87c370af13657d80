namespace Engagement.Tests;

/// <summary>
/// A test on data that is not part of the repository. Where the data is absent it is skipped, but not in CI, where a
/// skipped test would go unnoticed.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealDataFactAttribute : FactAttribute
{
    private const string FolderVariable = "ENGAGEMENT_SHARED_DATA";

    /// <param name="file">Path within the data folder.</param>
    public RealDataFactAttribute(string file)
    {
        var isCi = string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);
        if (!isCi && !File.Exists(PathOf(file))) Skip = $"There is no {PathOf(file)}; {FolderVariable} names the folder where it is.";
    }

    public static string PathOf(string file) =>
        Path.Combine(Environment.GetEnvironmentVariable(FolderVariable) ?? Path.Combine(Repository.Folder, "..", "shared", "data"), file);
}
