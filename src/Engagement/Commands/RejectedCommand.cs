using System.CommandLine;
using Engagement.ClickHouse;
using Engagement.Hosting;
using Engagement.Ingest;
using Engagement.Ingest.Rejections;
using Engagement.Kafka.Feeding;
using Engagement.Kafka.Files;
using Engagement.Processes;
using Engagement.Rejections;
using Engagement.Reports;
using Microsoft.Extensions.Logging.Abstractions;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Engagement.Commands;

/// <summary><c>engagement rejected</c>: what could not be used, of whom, why and what to change; and sends it again.</summary>
internal static class RejectedCommand
{
    private static readonly Option<string?> Since = new("--since") { Description = "Only what was refused in the last 30m, 12h, 7d or 2w, or since a time such as 2026-03-01T08:00Z", HelpName = "TIME" };
    private static readonly Option<string?> Rule = new("--rule") { Description = "Only what broke this rule", HelpName = "RULE" };
    private static readonly Option<bool> Show = new("--show") { Description = "Print the bytes of the examples too, from the dead-letter topic. They may name people" };
    private static readonly Option<string[]> Replay = new("--replay")
    {
        Description = "Send again what would be taken now: the letters, or the statements of files that a person mended",
        HelpName = "FILE...",
        Arity = ArgumentArity.ZeroOrMore,
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Format = new("--format") { Description = "text: a table; json: an object a line", DefaultValueFactory = _ => "text" };

    public static Command Create()
    {
        Format.AcceptOnlyFromAmong("text", "json");
        return new Command("rejected", "Lists what was rejected, by rule and sender, and what to change; --replay sends it again") { Since, Rule, Show, Format, Replay }
            .Does((parsed, settings, stop) =>
            {
                var filter = new RejectionFilter(
                    parsed.GetValue(Since) is { } since ? Moment.Parse(Since.Name, since, TimeProvider.System.GetUtcNow()) : null, parsed.GetValue(Rule));
                return parsed.GetResult(Replay) is { Implicit: false }
                    ? ReplayAsync(settings, filter, parsed.GetValue(Replay) ?? [], stop)
                    : ListAsync(settings, filter, parsed.GetValue(Format) == "json", parsed.GetValue(Show), stop);
            });
    }

    private static async Task<int> ListAsync(Settings settings, RejectionFilter filter, bool asJson, bool show, CancellationToken stop)
    {
        using var letters = show ? new LetterBox(ReplayCommand.Target(settings)) : null;
        await using var engines = await Engines.StartAsync(settings, withKafka: false, NullLogger.Instance, stop);
        using var client = new ClickHouseClient(engines.ClickHouse);
        var groups = await Schema.AskAsync(client, () => new RejectionStore(client).GroupsAsync(filter, stop));
        var found = letters?.Read(groups.Select(group => group.Letter)).ToDictionary(letter => letter.Place);
        if (asJson) await RejectedJson.WriteAsync(Console.OpenStandardOutput(), groups, found, stop);
        else RejectedTable.Print(Terminal.Results(), groups, found);
        return ExitCodes.Done;
    }

    private static async Task<int> ReplayAsync(Settings settings, RejectionFilter filter, string[] files, CancellationToken stop)
    {
        var source = files.Length > 0 ? new StatementFiles(files) : null;
        if (source is not null && filter != default) throw new Fault("--since and --rule choose among the letters; a file is sent as it is.");
        var kafka = ReplayCommand.Target(settings);
        var limit = (settings.Configuration.GetSection(IngestOptions.Section).Get<IngestOptions>() ?? new()).MaxMessageBytes;
        var judge = new Judge(ReadingSettings.Read(settings.Configuration), limit, TimeProvider.System);
        await using var log = Logging.Create(settings, "rejected", LogEventLevel.Warning);
        using var loggers = new SerilogLoggerFactory(log);
        await using var engines = await Engines.StartAsync(settings, withKafka: false, loggers.CreateLogger("engines"), stop);
        using var client = new ClickHouseClient(engines.ClickHouse);
        using var letters = new LetterBox(kafka);
        using var producer = await PacedProducer.ConnectAsync(kafka, kafka.LearnerEvents, loggers.CreateLogger("feed"), TimeProvider.System, stop);
        var result = await Schema.AskAsync(client, () =>
        {
            var replay = new LetterReplay(new RejectionStore(client), letters, producer, judge);
            return source is null
                ? replay.RunAsync(kafka.LearnerEvents, filter, stop)
                : replay.RunAsync(source.ReadAsync(stop), (origin, why) => Console.WriteLine($"not sent: {origin}: {why.Rule} at {why.Path}: {why.Reason}"), stop);
        });
        ReplayReport.Print(Console.Out, result, source is null ? "letters" : "messages", kafka.LearnerEvents);
        return result.Refused.Any() || result.Cut > 0 || result.Gone > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }
}
