namespace Engagement.Benchmarks.Reports;

/// <summary>A report in a file, beside those of the other benchmarks.</summary>
internal static class ReportFile
{
    public static async Task WriteAsync(string path, string text)
    {
        var file = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text);
    }
}
