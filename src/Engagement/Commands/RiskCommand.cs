using System.CommandLine;
using Engagement.ClickHouse;
using Engagement.Models;
using Engagement.Processes;
using Engagement.Reports;
using Microsoft.Extensions.Logging.Abstractions;
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
                await using var engines = await Engines.StartAsync(settings, withKafka: false, NullLogger.Instance, stop);
                using var client = new ClickHouseClient(engines.ClickHouse);
                await new Migrator(client).MigrateAsync(stop);
                await Terminal.Progress().Status().StartAsync("scoring", _ => new AttritionRuns(settings, client).Scoring.RunAsync(stop));
                await new RiskTable(client).PrintAsync(Terminal.Results(), parsed.GetValue(course) ?? "", Math.Max(1, parsed.GetValue(most)), stop);
                return ExitCodes.Done;
            });
    }
}
