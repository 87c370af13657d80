using System.CommandLine;
using Engagement.Analysis;
using Engagement.Hosting;
using Engagement.Outlines;
using Engagement.Processes;

namespace Engagement.Commands;

/// <summary><c>engagement analyze FILE...</c>: a course designer's short way from statement files to the section table.</summary>
internal static class AnalyzeCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE")
        {
            Description = "Statements: JSON, JSON Lines, either gzipped; - for standard input",
            Arity = ArgumentArity.OneOrMore,
        };
        var outline = new Option<string?>("--outline") { Description = "Outline of the course, JSON; without it the sections are inferred", HelpName = "FILE" };
        return new Command("analyze", "Runs statement files through the whole pipeline and prints the section table. Keeps the data only with --data") { files, outline }
            .Does(async (parsed, settings, stop) =>
            {
                var course = parsed.GetValue(outline) is { } file ? (await OutlineFiles.ReadAsync([file], stop))[0] : null;
                var keep = parsed.GetResult(SharedOptions.Data) is { Implicit: false };
                using var scratch = keep ? null : new ScratchFolder();
                if (scratch is not null) settings = settings.In(new DataFolder(scratch.Path));
                // A designer's file must not end up in a production topic.
                await new FileAnalysis(settings.WithEmbeddedEngines()).RunAsync(parsed.GetValue(files)!, course, stop);
                return ExitCodes.Done;
            });
    }
}
