using System.CommandLine;
using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Hosting;
using Engagement.Processes;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Commands;

/// <summary><c>engagement course import FILE</c>: takes an outline into the tables, or lists every fault in it.</summary>
internal static class CourseCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Outline of a course, JSON" };
        var import = new Command("import", "Takes a course outline into the tables") { file }
            .Does(async (parsed, settings, stop) =>
            {
                var outline = await ReadAsync(parsed.GetValue(file)!, stop);
                await using var engines = await Engines.StartAsync(settings, withKafka: false, NullLogger.Instance, stop);
                using var client = new ClickHouseClient(engines.ClickHouse);
                await new Migrator(client).MigrateAsync(stop);
                await new OutlineStore(client, TimeProvider.System).SaveAsync(outline, TimeProvider.System.GetUtcNow(), stop);
                Console.WriteLine($"{outline.Course}: {outline.Sections.Count} sections in force. The metrics worker recomputes the course.");
                return ExitCodes.Done;
            });
        return new Command("course", "Course outlines") { import };
    }

    public static async Task<CourseOutline> ReadAsync(string file, CancellationToken cancel)
    {
        var result = CourseOutline.Parse(await File.ReadAllBytesAsync(file, cancel));
        if (result.Outline is { } outline) return outline;
        var faults = string.Concat(result.Faults.Select(f => $"\n  {f.Path}: {f.Reason}"));
        throw new Fault($"{file} is no valid outline; nothing was taken.{faults}");
    }
}
