using System.CommandLine;
using Engagement.Models;
using Engagement.Processes;
using Engagement.Reports;
using Spectre.Console;

namespace Engagement.Commands;

/// <summary><c>engagement risk</c>: scores learners now and lists those to look after first.</summary>
internal static class RiskCommand
{
    public static Command Create()
    {
        var course = new Option<string?>("--course") { Description = "Only courses whose id contains this", HelpName = "COURSE" };
        var most = new Option<int>("--most") { Description = "The most learners of each course", HelpName = "N", DefaultValueFactory = _ => 10 };
        return new Command("risk", "Lists the learners of each course who are most likely to give up, with reasons and one step to take") { course, most }
            .Does(async (parsed, settings, stop) =>
            {
                await using var database = await Database.OpenAsync(settings, stop);
                await Terminal.Progress().Status().StartAsync("scoring", _ => new AttritionRuns(settings, database.Client).Scoring.RunAsync(stop));
                await new RiskTable(database.Client).PrintAsync(Terminal.Results(), parsed.GetValue(course) ?? "", Math.Max(1, parsed.GetValue(most)), stop);
                return ExitCodes.Done;
            });
    }
}
