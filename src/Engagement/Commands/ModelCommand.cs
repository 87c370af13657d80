using System.CommandLine;
using System.Globalization;
using Engagement.Analysis;
using Engagement.Attrition.Evaluation.Report;
using Engagement.Hosting;
using Engagement.Models;
using Engagement.Processes;
using Engagement.Reports;
using Spectre.Console;

namespace Engagement.Commands;

/// <summary><c>engagement model</c>: what the model is of who gives up, how good it is, and a new one.</summary>
internal static class ModelCommand
{
    public static Command Create() => new("model", "The model of who is about to give up") { ModelShowCommand.Create(), Train(), Evaluate(), Starter() };

    private static Command Evaluate()
    {
        var oulad = Oulad();
        var page = new Option<string>("--out") { Description = "The page with what was found; its pictures lie beside it", HelpName = "FILE", DefaultValueFactory = _ => "docs/benchmarks/attrition.md" };
        var groups = new Option<string?>("--groups") { Description = "CSV of groups that students belong to (id_student, then a column an attribute): whether the model serves them alike", HelpName = "FILE" };
        var keepModels = new Option<string?>("--models") { Description = "Keep the models there, one JSON file a task", HelpName = "DIR" };
        return new Command("evaluate", "Trains the model on OULAD's earlier presentations and measures it on those of 2014J, in some minutes; by the product's own trainer, others beside") { oulad, groups, page, keepModels }
            .Does(async (parsed, settings, stop) =>
            {
                var keep = parsed.GetResult(SharedOptions.Data) is { Implicit: false };
                using var scratch = keep ? null : new ScratchFolder();
                if (scratch is not null) settings = settings.In(new DataFolder(scratch.Path)).WithEmbeddedEngines();
                var (result, models) = await Terminal.Progress().Status().StartAsync("starting", status =>
                    new OuladModel(settings, new StatusLine(status)).EvaluateAsync(parsed.GetValue(oulad)!, parsed.GetValue(groups), stop));

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

    private static Command Train() =>
        new Command("train", "Trains a model of all learners whose outcome is known; it scores from then on if it is no worse than the one in use")
            .Does(async (_, settings, stop) =>
            {
                await using var database = await Database.OpenAsync(settings, stop);
                var runs = new AttritionRuns(settings, database.Client);
                var result = await Terminal.Progress().Status().StartAsync("training", _ => runs.Retraining.RunAsync(stop));
                if (result.WhyNot is { } why) throw new Fault($"No model was trained: {why}.");
                await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""
                    Model {result.Model} was trained. On {result.HeldOut}, which it had not seen:
                      in use before: log-loss {result.InUse.LogLoss:0.####}, AUC {result.InUse.Auc:0.###}
                      the new one:   log-loss {result.Candidate.LogLoss:0.####}, AUC {result.Candidate.Auc:0.###}
                    {(result.IsInUse ? "It scores from now on." : "It is worse, so the one before stays in use.")}
                    """));
                return ExitCodes.Done;
            });

    private static Command Starter()
    {
        var oulad = Oulad();
        var file = new Option<string>("--out") { Description = "Where the model is written", HelpName = "FILE", DefaultValueFactory = _ => "src/Engagement.Attrition/Starter/starter.json" };
        return new Command("starter", "Trains the model that the product brings along, on OULAD") { oulad, file }
            .Does(async (parsed, settings, stop) =>
            {
                using var scratch = new ScratchFolder();
                settings = settings.In(new DataFolder(scratch.Path)).WithEmbeddedEngines();
                var model = await Terminal.Progress().Status().StartAsync("starting", status =>
                    new OuladModel(settings, new StatusLine(status)).StarterAsync(parsed.GetValue(oulad)!, stop));
                await File.WriteAllTextAsync(parsed.GetValue(file)!, model.ToJson(), stop);
                return ExitCodes.Done;
            });
    }

    private static Option<string> Oulad() => new("--oulad")
    {
        Description = "Folder with the files of the Open University Learning Analytics Dataset", HelpName = "DIR", Required = true,
    };
}
