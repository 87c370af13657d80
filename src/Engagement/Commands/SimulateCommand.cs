using System.CommandLine;
using System.Text;
using Engagement.ClickHouse;
using Engagement.Direct;
using Engagement.Hosting;
using Engagement.Kafka.Feeding;
using Engagement.Processes;
using Engagement.Reports;
using Engagement.Rosters;
using Engagement.Simulator;
using Engagement.Simulator.Direct;
using Microsoft.Extensions.Logging.Abstractions;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace Engagement.Commands;

/// <summary><c>engagement simulate</c>: a believable course, into a file or onto Kafka; or many, straight into ClickHouse.</summary>
internal static class SimulateCommand
{
    private static readonly Option<int> Learners = new("--learners") { Description = "Enrolled learners; each makes about 200 statements", DefaultValueFactory = _ => 120 };
    private static readonly Option<ulong> Seed = new("--seed") { Description = "The same seed gives the same course", DefaultValueFactory = _ => 1 };
    private static readonly Option<int> Weeks = new("--weeks") { Description = "Length of the course, 2 to 52", DefaultValueFactory = _ => 6 };

    public static Command Create()
    {
        var most = new Option<int?>("--statements") { Description = "Stop after so many statements", HelpName = "N" };
        var file = new Option<string?>("--out") { Description = "Write JSON Lines to a file (- for standard output) instead of sending to Kafka", HelpName = "FILE" };
        var outline = new Option<string?>("--outline-out") { Description = "Write the course's outline to a file", HelpName = "FILE" };
        var roster = new Option<string?>("--roster-out") { Description = "Write the course's roster to a CSV file, as 'people import' takes it", HelpName = "FILE" };
        var direct = new Option<long?>("--direct") { Description = "Let ClickHouse make so many statements of many courses itself, without Kafka", HelpName = "N" };
        var courses = new Option<int?>("--courses") { Description = "With --direct: how many courses; by default the more the more statements", HelpName = "K" };
        return new Command("simulate", "Makes the statements of a simulated course, or of many") { Learners, Seed, Weeks, most, file, outline, roster, direct, courses }
            .Does(async (parsed, settings, stop) =>
            {
                if (parsed.GetValue(direct) is { } wanted)
                {
                    RefuseWith("--direct makes six weeks of many courses inside ClickHouse", parsed, [Learners, Weeks, most, file, outline, roster]);
                    await DirectAsync(settings, OptionsOf(wanted, parsed.GetValue(courses), parsed.GetValue(Seed)), stop);
                    return ExitCodes.Done;
                }
                RefuseWith("without --direct there is one course", parsed, [courses]);
                var simulation = new Simulation(Options(parsed));
                if (parsed.GetValue(outline) is { } path) await File.WriteAllBytesAsync(path, simulation.Outline, stop);
                if (parsed.GetValue(roster) is { } rows) RosterFile.Write(rows, simulation.Enrolments());
                var statements = simulation.Statements();
                if (parsed.GetValue(most) is { } limit) statements = statements.Take(limit);
                if (parsed.GetValue(file) is { } name) await WriteAsync(name, statements, stop);
                else await SendAsync(settings, statements, stop);
                return ExitCodes.Done;
            });
    }

    public static void AddOptionsTo(Command command)
    {
        command.Add(Learners);
        command.Add(Seed);
        command.Add(Weeks);
    }

    public static SimulationOptions Options(ParseResult parsed)
    {
        var options = new SimulationOptions { Learners = parsed.GetValue(Learners), Seed = parsed.GetValue(Seed), Weeks = parsed.GetValue(Weeks) };
        if (options.Learners < 1) throw new Fault("--learners must be 1 or more");
        if (options.Weeks is < 2 or > 52) throw new Fault("--weeks must be from 2 to 52");
        return options;
    }

    public static FeedMessage Message(SimulatedStatement statement) => new(Encoding.UTF8.GetBytes(statement.Key), statement.Utf8.ToArray());

    private static void RefuseWith(string reason, ParseResult parsed, IEnumerable<Option> options)
    {
        if (options.FirstOrDefault(option => parsed.GetResult(option) is { Implicit: false }) is { } given)
            throw new Fault($"{given.Name} can't be given here: {reason}");
    }

    private static DirectOptions OptionsOf(long statements, int? courses, ulong seed)
    {
        var options = new DirectOptions { Statements = statements, Seed = seed };
        if (courses is { } count) options = options with { Courses = count };
        try
        {
            options.Validate();
            return options;
        }
        catch (ArgumentOutOfRangeException e)
        {
            throw new Fault(e.Message);
        }
    }

    private static async Task DirectAsync(Settings settings, DirectOptions options, CancellationToken stop)
    {
        await using var database = await Database.OpenAsync(settings, stop);
        await CountBar.ShowAsync("statements", options.Statements, progress => DirectSimulation.RunAsync(database.Client, options, progress, stop));
        Console.WriteLine($"About {options.Statements:N0} statements of {options.Courses:N0} courses stored in database {database.Client.Database}");
    }

    private static async Task WriteAsync(string name, IEnumerable<SimulatedStatement> statements, CancellationToken stop)
    {
        await using var output = name == "-" ? Console.OpenStandardOutput() : File.Create(name);
        await using var buffered = new BufferedStream(output, 1 << 16);
        var count = 0L;
        foreach (var statement in statements)
        {
            stop.ThrowIfCancellationRequested();
            await buffered.WriteAsync(statement.Utf8, stop);
            buffered.WriteByte((byte)'\n');
            count++;
        }
        await Console.Error.WriteLineAsync($"{count} statements written");
    }

    private static async Task SendAsync(Settings settings, IEnumerable<SimulatedStatement> statements, CancellationToken stop)
    {
        await using var log = Logging.Create(settings, "simulate", LogEventLevel.Warning);
        using var loggers = new SerilogLoggerFactory(log);
        using var producer = await PacedProducer.ConnectAsync(
            ReplayCommand.Target(settings), settings.Kafka.LearnerEvents, loggers.CreateLogger("feed"), TimeProvider.System, stop);
        var result = await FeedBar.ShowAsync("statements", null, progress => producer.FeedAsync(statements.Select(Message), progress, stop));
        Console.WriteLine($"{result.Acknowledged} statements sent to {settings.Kafka.LearnerEvents}");
    }
}
