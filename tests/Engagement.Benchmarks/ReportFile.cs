namespace Engagement.Benchmarks;

/// <summary>A report goes to the terminal, and to a file beside those of earlier runs.</summary>
internal static class ReportFile
{
    public static async Task WriteAsync(string path, string text)
    {
        Console.WriteLine(text);
        var file = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, text);
    }
}
