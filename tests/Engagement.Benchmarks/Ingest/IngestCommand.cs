using System.CommandLine;
using Engagement.Benchmarks.Reports;

namespace Engagement.Benchmarks.Ingest;

/// <summary><c>bench ingest</c></summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var statements = new Option<int>("--statements") { Description = "Statements in the topic; the broker keeps them in memory", DefaultValueFactory = _ => 800_000 };
        var runs = new Option<int>("--runs") { Description = "Runs; the report has their medians", DefaultValueFactory = _ => 3 };
        var report = new Option<string>("--out") { Description = "The report", HelpName = "FILE", DefaultValueFactory = _ => "docs/benchmarks/ingest.md" };
        var command = new Command("ingest", "From Kafka to rows: ours, ClickHouse's own Kafka engine, a Node stack, and the ceilings") { statements, runs, report };
        var only = new Option<bool>("--ours-only") { Description = "Ours alone, without a report: for a profiler" };
        command.Options.Add(only);
        command.SetAction(async (parsed, _) =>
        {
            if (parsed.GetValue(only))
            {
                using var topic = await PreloadedTopic.OfAsync(parsed.GetValue(statements));
                for (var run = 0; run < parsed.GetValue(runs); run++) Console.WriteLine(await Ours.Contender.RunAsync(topic));
                return;
            }
            var result = await new IngestBenchmark(parsed.GetValue(statements), parsed.GetValue(runs)).RunAsync();
            var text = IngestReport.Write(result);
            Console.WriteLine(text);
            await ReportFile.WriteAsync(parsed.GetValue(report)!, text);
        });
        return command;
    }
}
