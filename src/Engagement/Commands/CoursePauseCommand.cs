using System.CommandLine;
using System.Globalization;
using Engagement.Attrition;
using Engagement.Hosting;
using Engagement.Processes;
using Engagement.Reports;

namespace Engagement.Commands;

/// <summary><c>engagement course pause</c>: days on which nobody is expected, for the model of who gives up.</summary>
internal static class CoursePauseCommand
{
    public static Command Create()
    {
        var course = new Argument<string>("COURSE") { Description = "Id of a course; without it every course", Arity = ArgumentArity.ZeroOrOne, DefaultValueFactory = _ => "" };
        var from = new Option<string?>("--from") { Description = "First day, such as 2026-12-22; without it the pauses there are are listed", HelpName = "DAY" };
        var until = new Option<string?>("--until") { Description = "Last day; the first by default", HelpName = "DAY" };
        var name = new Option<string>("--name") { Description = "What it is, e.g. Christmas", DefaultValueFactory = _ => "" };
        var remove = new Option<bool>("--remove") { Description = "Forget the pause that begins on the first day" };
        return new Command("pause", "Marks days on which nobody is expected, so that silence on them counts less") { course, from, until, name, remove }
            .Does(async (parsed, settings, stop) =>
            {
                var first = Day(from.Name, parsed.GetValue(from));
                var last = Day(until.Name, parsed.GetValue(until)) ?? first;
                await using var database = await Database.OpenAsync(settings, stop);
                var pauses = new Pauses(database.Client, TimeProvider.System);
                if (first is { } day)
                {
                    var pause = new Pause(parsed.GetValue(course)!, day, last!.Value, parsed.GetValue(name)!);
                    if (pause.Fault is { } fault) throw new Fault(fault);
                    await (parsed.GetValue(remove) ? pauses.RemoveAsync(pause, stop) : pauses.MarkAsync(pause, stop));
                }
                foreach (var pause in await pauses.ListAsync(stop))
                    Console.WriteLine($"{pause.FirstDay:O} to {pause.LastDay:O}  {(pause.CourseId.Length == 0 ? "every course" : Terminal.Readable(pause.CourseId))}  {Terminal.Readable(pause.Name)}");
                return ExitCodes.Done;
            });
    }

    private static DateOnly? Day(string option, string? typed) => typed is null ? null
        : DateOnly.TryParseExact(typed, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new Fault($"{option} takes a day such as 2026-12-22, not '{typed}'.");
}
