using System.CommandLine;
using Engagement.Benchmarks.Reports;

namespace Engagement.Benchmarks.Pages;

/// <summary><c>bench pages</c></summary>
internal static class PagesCommand
{
    public static Command Create()
    {
        var statements = new Option<long>("--statements") { Description = "How many statements the large course platform has", DefaultValueFactory = _ => 10_000_000 };
        var openings = new Option<int>("--openings") { Description = "How often each page is opened", DefaultValueFactory = _ => 30 };
        var report = new Option<string>("--out") { Description = "The report", HelpName = "FILE", DefaultValueFactory = _ => "docs/benchmarks/pages.md" };
        statements.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<long>() is < 1_000 or > 10_000_000_000) given.AddError("--statements is a number from 1,000 to 10,000,000,000");
        });
        openings.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 1) given.AddError("--openings is 1 or more");
        });
        var command = new Command("pages", "Every page in a browser, on the demo and on many statements: until it can be used, and until all of it is there") { statements, openings, report };
        command.SetAction(async (parsed, _) =>
        {
            var text = PagesReport.Write(await new PagesBenchmark(parsed.GetValue(statements), parsed.GetValue(openings)).RunAsync(), TimeProvider.System.GetUtcNow());
            await ReportFile.WriteAsync(parsed.GetValue(report)!, text);
            Console.WriteLine(text);
        });
        return command;
    }
}
