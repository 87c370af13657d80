using System.CommandLine;
using Confluent.Kafka;
using Engagement.ClickHouse;
using Engagement.Embedded.ClickHouse;
using Engagement.Hosting;
using Engagement.Ingest;
using Engagement.Kafka.Feeding;
using Engagement.Kafka.Files;
using Engagement.People.Identity;
using Engagement.Processes;
using Microsoft.Extensions.Options;

namespace Engagement.Commands;

/// <summary>Options every verb understands, and how every verb is run: settings in, exit code out, faults as one clear line.</summary>
internal static class SharedOptions
{
    public static readonly Option<string> Data = new("--data")
    {
        Description = "Folder of the embedded engine's data, the keys and logs",
        HelpName = "DIR",
        DefaultValueFactory = _ => "data",
        Recursive = true,
    };

    public static readonly Option<string[]> Set = new("--set")
    {
        Description = "A setting, e.g. Kafka:BootstrapServers=host:9092 (may be given several times)",
        HelpName = "Section:Key=value",
        Recursive = true,
    };

    public static readonly Option<bool> Child = new("--child") { Hidden = true, Recursive = true };

    /// <summary>Sets what a verb does.</summary>
    public static Command Does(this Command command, Func<ParseResult, Settings, CancellationToken, Task<int>> action) =>
        command.Does((parsed, stop) => action(parsed, new Settings(parsed.GetValue(Data)!, parsed.GetValue(Set) ?? []), stop));

    /// <summary>Sets what a verb does that needs no settings, and so no data folder either.</summary>
    public static Command Does(this Command command, Func<ParseResult, CancellationToken, Task<int>> action)
    {
        command.SetAction(async (parsed, _) =>
        {
            using var stop = new Stop(parsed.GetValue(Child));
            try
            {
                return await action(parsed, stop.Token);
            }
            catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
            {
                return ExitCodes.Interrupted;
            }
            catch (OptionsValidationException e)
            {
                await Console.Error.WriteLineAsync("engagement: these settings can't work:" + string.Concat(e.Failures.Select(fault => "\n  " + fault)));
                return ExitCodes.Misconfigured;
            }
            catch (Exception e) when (Explain(e) is { } explanation)
            {
                await Console.Error.WriteLineAsync("engagement: " + explanation);
                return ExitCodes.Failed;
            }
        });
        return command;
    }

    // What a person can act on. Anything else is a bug and shows its stack.
    private static string? Explain(Exception e) => e switch
    {
        Fault or IngestException or StatementFileException or ClickHouseServerException or MigrationException or IdentityKeyException => e.Message,
        StatementsLostException or KafkaException => e.Message,
        ClickHouseException => "ClickHouse refused: " + e.Message,
        HttpRequestException => $"ClickHouse does not answer: {e.Message} Is ClickHouse__Url right, and is the server up? './engagement doctor' checks.",
        FileNotFoundException or DirectoryNotFoundException or DllNotFoundException or UnauthorizedAccessException or InvalidDataException => e.Message,
        _ => null,
    };
}
