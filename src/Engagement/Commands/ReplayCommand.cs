using System.CommandLine;
using Engagement.Hosting;
using Engagement.Kafka;
using Engagement.Kafka.Feeding;
using Engagement.Kafka.Files;
using Engagement.Processes;
using Engagement.Reports;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Engagement.Commands;

/// <summary><c>engagement replay FILE...</c>: statement files onto the topic of learner events.</summary>
internal static class ReplayCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "Statements: JSON, JSON Lines, either gzipped; - for standard input", Arity = ArgumentArity.OneOrMore };
        var wait = new Option<bool>("--wait") { Description = "End only when the workers have stored everything" };
        return new Command("replay", "Sends statement files to Kafka, as a platform would") { files, wait }
            .Does(async (parsed, settings, stop) =>
            {
                var source = new StatementFiles(parsed.GetValue(files)!);
                await using var log = Logging.Create(settings, "replay", LogEventLevel.Warning);
                using var loggers = new SerilogLoggerFactory(log);
                using var producer = await PacedProducer.ConnectAsync(Target(settings), settings.Kafka.LearnerEvents, loggers.CreateLogger("feed"), TimeProvider.System, stop);
                var result = await FeedBar.ShowAsync(source, producer, parsed.GetValue(wait), stop);
                Console.WriteLine($"{result.Acknowledged} messages sent to {settings.Kafka.LearnerEvents}, {result.FaultCount} could not be sent");
                foreach (var fault in result.Faults) Console.WriteLine($"  {fault}");
                return result.FaultCount == 0 ? ExitCodes.Done : ExitCodes.Failed;
            });
    }

    /// <summary>The servers the settings name, or the embedded broker that runs over this data folder.</summary>
    public static KafkaOptions Target(Settings settings)
    {
        if (settings.Kafka.BootstrapServers.Length == 0)
            settings.Kafka.BootstrapServers = settings.Data.Address("kafka")
                ?? throw new Fault("There is no Kafka to send to. Start './engagement serve' over the same --data folder, or set Kafka__BootstrapServers.");
        return settings.Kafka;
    }
}
