using System.CommandLine;
using System.Text;
using Engagement.Ingest;
using Engagement.Kafka.Files;
using Engagement.Processes;
using Engagement.Statements;
using Engagement.Validation;

namespace Engagement.Commands;

/// <summary><c>engagement validate FILE...</c>: what ingest would say to each statement by the same settings, without any engine.</summary>
internal static class ValidateCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Statements: JSON, JSON Lines, either gzipped; - for standard input", Arity = ArgumentArity.OneOrMore };
        var spec = new Option<string?>("--spec") { Description = "xAPI of statements that name no version; by default what Statements:DefaultSpec says, else 1.0.3" };
        spec.AcceptOnlyFromAmong("1.0.3", "2.0");
        var format = new Option<string>("--format") { Description = "text: the refused ones and a summary; json: an object a line for every statement", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        return new Command("validate", "Says for each statement of a file whether it is taken, or which rule it breaks. Exit code 1 where one is rejected") { files, spec, format }
            .Does(async (parsed, settings, stop) =>
            {
                var source = new StatementFiles(parsed.GetValue(files)!);
                var options = ReadingSettings.Read(settings.Configuration);
                if (parsed.GetValue(spec) is { } version) options = options with { DefaultSpec = version == "2.0" ? Spec.V2 : Spec.V1 };
                await using var output = Console.OpenStandardOutput();
                await using var text = new StreamWriter(output, new UTF8Encoding(false), bufferSize: 64 * 1024);
                using IVerdictWriter writer = parsed.GetValue(format) == "json" ? new JsonVerdicts(output) : new TextVerdicts(text);
                var validation = new FileValidation(options, writer, TimeProvider.System);
                await validation.RunAsync(source.ReadAsync(stop), stop);
                return validation.Counts.Rejected == 0 ? ExitCodes.Done : ExitCodes.Failed;
            });
    }
}
