using System.IO.Compression;
using System.Reflection;
using Engagement.ClickHouse;

namespace Engagement.Attrition.Oulad;

/// <summary>
/// Brings the Open University Learning Analytics Dataset (Kuzilek, Hlosta, Zdrahal 2017, doi:10.1038/sdata.2017.171) into the
/// tables of the product, so that what is computed of learners' days is computed of its students alike. A presentation of a
/// module is a course, a click counts as a statement, a site as a section. Imported again, it replaces what was there.
/// </summary>
/// <param name="clickHouse">A migrated database. Files are sent to it, so it may be anywhere.</param>
/// <param name="clock">The later import wins.</param>
public sealed class OuladImport(ClickHouseClient clickHouse, TimeProvider clock)
{
    private static readonly string[] Lists = ["courses", "assessments", "registrations", "labels", "submissions"];

    // Enrolments look at learner_days.
    private static readonly string[] Tables =
        ["course_runs", "course_outlines", "pauses", "learner_days", "enrolments", "contributions", "marks"];

    /// <summary>Imports all presentations of a folder.</summary>
    /// <param name="folder">Holds events_*.parquet, and as .csv.gz courses, assessments, registrations, labels and submissions.</param>
    /// <param name="progress">Told what is being done, in a few words.</param>
    /// <param name="cancel">Leaves a part of it imported.</param>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    public async Task RunAsync(string folder, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        var events = Events(folder);
        foreach (var statement in Sql.Statements(File("staging"))) await clickHouse.ExecuteAsync(statement, cancel: cancel);
        foreach (var list in Lists)
            await SendAsync($"oulad_{list}", "CSVWithNames", await UnzippedAsync(Path.Combine(folder, list + ".csv.gz"), cancel), cancel);
        foreach (var file in events)
        {
            progress?.Report(Path.GetFileName(file));
            await SendAsync("oulad_events", "Parquet", await System.IO.File.ReadAllBytesAsync(file, cancel), cancel);
        }
        (string, object?) version = ("version", clock.GetUtcNow().ToUnixTimeMilliseconds());
        foreach (var table in Tables)
        {
            progress?.Report(table);
            await clickHouse.ExecuteAsync(File(table), [version], cancel: cancel);
        }
        // Read with FINAL, one part a month is as quick as no FINAL.
        await clickHouse.ExecuteAsync("OPTIMIZE TABLE learner_days FINAL", cancel: cancel);
        foreach (var statement in Sql.Statements(File("unstaging"))) await clickHouse.ExecuteAsync(statement, cancel: cancel);
    }

    private static string[] Events(string folder)
    {
        var missing = Lists.Select(list => list + ".csv.gz").Where(name => !System.IO.File.Exists(Path.Combine(folder, name))).ToList();
        var events = Directory.Exists(folder) ? Directory.GetFiles(folder, "events_*.parquet").Order(StringComparer.Ordinal).ToArray() : [];
        if (events.Length == 0) missing.Add("events_*.parquet");
        return missing.Count == 0
            ? events
            : throw new FileNotFoundException($"{folder} is no folder of OULAD: {string.Join(", ", missing)} not found");
    }

    private Task SendAsync(string table, string format, byte[] body, CancellationToken cancel) =>
        clickHouse.InsertAsync(table, format, body, $"{table}/{Guid.NewGuid()}", cancel);

    private static async Task<byte[]> UnzippedAsync(string path, CancellationToken cancel)
    {
        await using var file = new GZipStream(System.IO.File.OpenRead(path), CompressionMode.Decompress);
        using var text = new MemoryStream();
        await file.CopyToAsync(text, cancel);
        return text.ToArray();
    }

    private static string File(string name) => Sql.File(Assembly.GetExecutingAssembly(), "Oulad", name);
}
