using System.CommandLine;
using Engagement.Attrition.Oulad;
using Engagement.Processes;
using Engagement.Reports;
using Spectre.Console;

namespace Engagement.Commands;

/// <summary><c>engagement oulad import DIR</c>: the Open University Learning Analytics Dataset in the tables of the product.</summary>
internal static class OuladCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder with its files: events_*.parquet, and courses, assessments, registrations, labels and submissions as .csv.gz" };
        var import = new Command("import", "Brings its students' days, registrations and submissions into the tables that features are made of") { folder }
            .Does(async (parsed, settings, stop) =>
            {
                await using var database = await Database.OpenAsync(settings, stop);
                await Terminal.Progress().Status().StartAsync("starting", status =>
                    new OuladImport(database.Client, TimeProvider.System).RunAsync(parsed.GetValue(folder)!, new StatusLine(status), stop));
                var learners = await database.Client.ScalarAsync("SELECT count() FROM enrolments FINAL WHERE startsWith(course_id, 'urn:oulad:')", cancel: stop);
                await Console.Out.WriteLineAsync($"{learners} enrolments of OULAD are in database {database.Client.Database}.");
                return ExitCodes.Done;
            });
        return new Command("oulad", "The Open University Learning Analytics Dataset") { import };
    }
}
