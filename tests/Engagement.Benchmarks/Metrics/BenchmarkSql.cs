namespace Engagement.Benchmarks.Metrics;

/// <summary>The .sql files of this folder, by name without ending.</summary>
internal static class BenchmarkSql
{
    public static string Read(string name)
    {
        using var stream = typeof(BenchmarkSql).Assembly.GetManifestResourceStream(name + ".sql")
            ?? throw new ArgumentException($"There is no {name}.sql");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
