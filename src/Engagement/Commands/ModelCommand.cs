using System.CommandLine;
using Engagement.Analysis;
using Engagement.Attrition.Evaluation.Report;
using Engagement.Hosting;
using Engagement.Models;
using Engagement.Processes;
using Engagement.Reports;
using Spectre.Console;

namespace Engagement.Commands;

/// <summary><c>engagement model</c>: how good the model is of who gives up.</summary>
internal static class ModelCommand
{
    public static Command Create() => new("model", "The model of who is about to give up") { Evaluate() };

    private static Command Evaluate()
    {
        var oulad = new Option<string>("--oulad") { Description = "Folder with the files of the Open University Learning Analytics Dataset", HelpName = "DIR", Required = true };
        var page = new Option<string>("--out") { Description = "The page with what was found; its pictures lie beside it", HelpName = "FILE", DefaultValueFactory = _ => "docs/benchmarks/attrition.md" };
        var keepModels = new Option<string?>("--models") { Description = "Keep the models there, one JSON file a task", HelpName = "DIR" };
        return new Command("evaluate", "Trains the model on OULAD's earlier presentations and measures it on those of 2014J, in some minutes") { oulad, page, keepModels }
            .Does(async (parsed, settings, stop) =>
            {
                var keep = parsed.GetResult(SharedOptions.Data) is { Implicit: false };
                using var scratch = keep ? null : new ScratchFolder();
                if (scratch is not null) settings = settings.In(new DataFolder(scratch.Path)).WithEmbeddedEngines();
                var (result, models) = await Terminal.Progress().Status().StartAsync("starting", status =>
                    new OuladModel(settings, new StatusLine(status)).EvaluateAsync(parsed.GetValue(oulad)!, stop));

                var file = Path.GetFullPath(parsed.GetValue(page)!);
                var folder = Directory.CreateDirectory(Path.GetDirectoryName(file)!).FullName;
                var text = AttritionReport.Write(result, Machine.Describe(), TimeProvider.System.GetUtcNow());
                await File.WriteAllTextAsync(file, text, stop);
                foreach (var (name, picture) in AttritionReport.Pictures(result)) await File.WriteAllTextAsync(Path.Combine(folder, name), picture, stop);
                if (parsed.GetValue(keepModels) is { } kept)
                    foreach (var model in models)
                        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(kept).FullName, $"{model.Task}.json"), model.ToJson(), stop);
                await Console.Out.WriteLineAsync(text);
                return ExitCodes.Done;
            });
    }
}
