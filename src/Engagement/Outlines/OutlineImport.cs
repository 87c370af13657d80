using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Reports;

namespace Engagement.Outlines;

/// <summary>Takes outlines into the tables and says of each what it changed and when it is in force.</summary>
internal static class OutlineImport
{
    public static async Task RunAsync(
        ClickHouseClient client, IReadOnlyList<CourseOutline> outlines, TimeProvider clock, TextWriter output, CancellationToken cancel)
    {
        var store = new OutlineStore(client, clock);
        var changes = new List<OutlineChange>();
        foreach (var outline in outlines) changes.Add(await store.SaveAsync(outline, clock.GetUtcNow(), cancel));

        // Asked when all are in: one may end when another begins.
        var history = new OutlineHistory(client);
        foreach (var (outline, change) in outlines.Zip(changes))
        {
            var saved = (await history.VersionsAsync(outline.Course, cancel)).Single(version => version.Outline.Version == outline.Version);
            output.WriteLine(Terminal.Readable(
                $"{outline.Course}, version {outline.Version}: {Said(change)}, {Terminal.Count(outline.Sections.Count, "section")}; in force {OutlinePeriod.Of(saved)}"));
        }
        if (changes.Exists(change => change != OutlineChange.None)) output.WriteLine("The metrics worker recomputes what changed.");
    }

    private static string Said(OutlineChange change) => change switch
    {
        OutlineChange.Added => "a new version",
        OutlineChange.Replaced => "replaces what this version was",
        _ => "was there already, nothing changes",
    };
}
