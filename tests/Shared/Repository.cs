namespace Engagement.Tests;

/// <summary>The folder with the solution, from wherever the tests were built to.</summary>
internal static class Repository
{
    public static string Folder { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Engagement.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Engagement.sln is in no folder above " + AppContext.BaseDirectory);
    }
}
