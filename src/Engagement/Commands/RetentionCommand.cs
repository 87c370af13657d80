using System.CommandLine;
using Engagement.Erasure.Retention;
using Engagement.Processes;
using Engagement.Reports;
using Microsoft.Extensions.Options;

namespace Engagement.Commands;

/// <summary><c>engagement retention</c>: what is older than it may be.</summary>
internal static class RetentionCommand
{
    public static Command Create() => new("retention", "How long learners are kept after their last statement in a course (settings Retention:…)")
    {
        new Command("show", "Lists what the worker with the role metrics would delete now; deletes nothing").Does(async (parsed, settings, stop) =>
        {
            var options = RetentionSettings.Read(settings.Configuration);
            if (!options.IsLimited)
            {
                Console.WriteLine("Everything is kept for ever. --set Retention:Months=24 shows what a limit of 24 months would delete.");
                return ExitCodes.Done;
            }
            await using var database = await Database.OpenAsync(settings, stop);
            var run = new RetentionRun(database.Client, settings.MetricsRun(database.Client), Options.Create(options), TimeProvider.System);
            var due = await run.DueAsync(stop);
            foreach (var course in due)
                Console.WriteLine($"{Terminal.Readable(course.CourseId)}: {course.Learners} learners without a statement since {Terminal.Time(course.Before)}, the oldest since {Terminal.Time(course.OldestAt)}");
            if (due.Count == 0) Console.WriteLine("No learner of a course is older than the limit.");
            foreach (var table in await run.AgedAsync(stop)) Console.WriteLine($"{table.Table}: {table.Rows} rows older than {options.Months} months");
            return ExitCodes.Done;
        }),
    };
}
