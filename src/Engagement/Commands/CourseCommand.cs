using System.CommandLine;
using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Hosting;
using Engagement.Outlines;
using Engagement.Processes;
using Engagement.Reports;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Commands;

/// <summary><c>engagement course</c>: outlines drafted as files, taken from files, and shown; and pauses.</summary>
internal static class CourseCommand
{
    public static Command Create() => new("course", "Courses: which sections, in which order, and when nobody is expected") { Import(), Show(), Draft(), CoursePauseCommand.Create() };

    private static Command Import()
    {
        var files = new Argument<string[]>("FILE") { Description = "Outlines of courses, JSON", Arity = ArgumentArity.OneOrMore };
        return new Command("import", "Takes outlines into the tables, or lists every fault in them and takes none") { files }
            .Does(async (parsed, settings, stop) =>
            {
                var outlines = await OutlineFiles.ReadAsync(parsed.GetValue(files)!, stop);
                await using var database = await Database.OpenAsync(settings, stop);
                await OutlineImport.RunAsync(database.Client, outlines, TimeProvider.System, Console.Out, stop);
                return ExitCodes.Done;
            });
    }

    private static Command Show()
    {
        var course = new Argument<string?>("COURSE") { Description = "Id of a course; without it the courses are listed", Arity = ArgumentArity.ZeroOrOne };
        var at = new Option<string?>("--at") { Description = "The version in force then: a time such as 2026-03-01T08:00Z, or 7d ago", HelpName = "TIME" };
        var version = new Option<string?>("--version") { Description = "The version of this name", HelpName = "VERSION" };
        var json = new Option<bool>("--json") { Description = "Print the outline as 'course import' takes it" };
        return new Command("show", "Shows the outline in force and all versions there are, or lists the courses") { course, at, version, json }
            .Does(async (parsed, settings, stop) =>
            {
                var id = parsed.GetValue(course);
                var name = parsed.GetValue(version);
                var now = TimeProvider.System.GetUtcNow();
                var time = parsed.GetValue(at) is { } typed ? Moment.Parse(at.Name, typed, now) : now;
                if (id is null && (name is not null || parsed.GetValue(at) is not null || parsed.GetValue(json)))
                    throw new Fault("--at, --version and --json are about one course: name it. './engagement course show' lists them.");
                if (name is not null && parsed.GetValue(at) is not null) throw new Fault("Give --at or --version, not both: either picks one version.");
                return await AskAsync(settings, async history =>
                {
                    if (id is null)
                    {
                        OutlineTables.Print(Terminal.Results(), await history.CoursesAsync(stop));
                        return;
                    }
                    var versions = await OutlineChoice.VersionsAsync(history, id, stop);
                    var shown = OutlineChoice.Pick(versions, name, time);
                    if (parsed.GetValue(json)) await PrintAsync(shown.Outline.ToJson(), stop);
                    else OutlineTables.Print(Terminal.Results(), shown, versions, shown.IsInferred ? await history.LearnersBehindAsync(id, stop) : 0);
                }, stop);
            });
    }

    private static Command Draft()
    {
        var course = new Argument<string>("COURSE") { Description = "Id of a course without a declared outline" };
        var file = new Option<string>("--out") { Description = "The file to write", HelpName = "FILE", DefaultValueFactory = _ => "outline.json" };
        var force = new Option<bool>("--force") { Description = "Overwrite the file where it is there already" };
        return new Command("draft", "Writes the outline inferred from statements as a file to correct and import") { course, file, force }
            .Does((parsed, settings, stop) => AskAsync(settings, async history =>
            {
                var id = parsed.GetValue(course)!;
                var versions = await OutlineChoice.VersionsAsync(history, id, stop);
                if (versions.Exists(version => !version.IsInferred))
                    throw new Fault($"{id} has a declared outline, so nothing is inferred. './engagement course show {id} --json' prints the one in force: correct that, with a version of its own, and import it.");
                OutlineDraft.Write(versions.Single(), await history.LearnersBehindAsync(id, stop), parsed.GetValue(file)!, parsed.GetValue(force), Console.Out);
            }, stop));
    }

    private static async Task<int> AskAsync(Settings settings, Func<OutlineHistory, Task> ask, CancellationToken stop)
    {
        await using var engines = await Engines.StartAsync(settings, withKafka: false, NullLogger.Instance, stop);
        using var client = new ClickHouseClient(engines.ClickHouse);
        return await Schema.AskAsync(client, async () =>
        {
            await ask(new OutlineHistory(client));
            return ExitCodes.Done;
        });
    }

    private static async Task PrintAsync(byte[] json, CancellationToken stop)
    {
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(json, stop);
    }
}
