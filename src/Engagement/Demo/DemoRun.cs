using System.Runtime.CompilerServices;
using Engagement.Accounts;
using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Hosting;
using Engagement.Kafka.Feeding;
using Engagement.Models;
using Engagement.Processes;
using Engagement.Reports;
using Engagement.Simulator;
using Engagement.Commands;
using Engagement.Web.Accounts;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Spectre.Console;

namespace Engagement.Demo;

/// <summary>
/// The process tree of <c>serve</c>, fed with a simulated course, its roster first: at once, or the first half at once and the second at a pace
/// one can watch.
/// </summary>
internal sealed class DemoRun(Settings settings, Simulation simulation, string url)
{
    private const int MostAtRisk = 5;

    public Task<int> OnceAsync(CancellationToken stop) => RunAsync(async (tree, loggers, cancel) =>
    {
        await FeedRosterAsync(tree, loggers, cancel);
        using var producer = await ConnectAsync(tree, loggers, cancel);
        var total = simulation.Truth.Statements;
        var fed = await FeedAsync(producer, simulation.Statements(), total, cancel);
        using var client = new ClickHouseClient(tree.Engines.ClickHouse);
        await WaitUntilComputedAsync(client, cancel);
        await new SectionTable(client).PrintAsync(Terminal.Results(), cancel);
        Console.WriteLine();
        Console.WriteLine("Learners to write to first:");
        await new AttritionRuns(settings, client).Scoring.RunAsync(cancel);
        await new RiskTable(client, withPseudonyms: false).PrintAsync(Terminal.Results(), course: "", MostAtRisk, cancel);
        Console.WriteLine();
        Console.WriteLine($"{fed.Acknowledged} statements of {simulation.Truth.Learners.Count} simulated learners sent, "
            + $"{await client.ScalarAsync("SELECT count() FROM statements FINAL", cancel: cancel)} stored, "
            + $"{await client.ScalarAsync("SELECT count() FROM rejected_events FINAL", cancel: cancel)} rejected");
    }, stop);

    public Task<int> LiveAsync(TimeSpan pace, CancellationToken stop) => RunAsync(async (tree, loggers, cancel) =>
    {
        await FeedRosterAsync(tree, loggers, cancel);
        using var producer = await ConnectAsync(tree, loggers, cancel);
        var half = simulation.Truth.Statements / 2;
        await FeedAsync(producer, simulation.Statements().Take((int)half), half, cancel);
        Console.WriteLine();
        using (var client = new ClickHouseClient(tree.Engines.ClickHouse))
            Console.WriteLine(await new OneTimeLinks(client, TimeProvider.System).ForStartAsync(PagesAddress.Of(settings, tree.Url), cancel) is { } link
                ? $"Open {link} and choose a user name and a password; the link is good once, {tree.Url} from then on."
                : $"Open {tree.Url}");
        Console.WriteLine($"The second half of the course follows over {pace.TotalMinutes:0.#} minutes. Ctrl-C stops everything.");
        await producer.FeedAsync(Live(simulation.Statements().Skip((int)half), pace / Math.Max(half, 1)), cancel: cancel);
        Console.WriteLine("The course is over; the pages stay until Ctrl-C.");
        await tree.Ended.WaitAsync(cancel);
    }, stop);

    private async Task<int> RunAsync(Func<ProcessTree, SerilogLoggerFactory, CancellationToken, Task> feed, CancellationToken stop)
    {
        await using var log = Logging.Create(settings, "demo", LogEventLevel.Warning);
        using var loggers = new SerilogLoggerFactory(log);
        await using var tree = await StartAsync(loggers, stop);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var feeding = feed(tree, loggers, cancel.Token);
        await Task.WhenAny(feeding, tree.Ended);
        if (!feeding.IsCompleted) await cancel.CancelAsync();
        if (tree.Ended.IsFaulted) await tree.Ended;
        await feeding;
        return ExitCodes.Done;
    }

    private async Task<ProcessTree> StartAsync(SerilogLoggerFactory loggers, CancellationToken cancel)
    {
        await Console.Error.WriteLineAsync("Starting ClickHouse, Kafka and the workers …");
        var outline = CourseOutline.Parse(simulation.Outline.Span).Outline
            ?? throw new InvalidOperationException("The simulator's outline is not valid");
        var tree = await ProcessTree.StartAsync(settings, Roles.All, url, loggers.CreateLogger("demo"), cancel);
        using var client = new ClickHouseClient(tree.Engines.ClickHouse);
        await new OutlineStore(client, TimeProvider.System).SaveAsync(outline, TimeProvider.System.GetUtcNow(), cancel);
        return tree;
    }

    private async Task FeedRosterAsync(ProcessTree tree, SerilogLoggerFactory loggers, CancellationToken cancel)
    {
        var kafka = tree.Engines.Kafka;
        using var producer = await PacedProducer.ConnectAsync(
            kafka.InGroup(kafka.EnrolmentsGroup), kafka.Enrolments, loggers.CreateLogger("feed"), TimeProvider.System, cancel);
        await producer.FeedAsync(simulation.Enrolments().Select(enrolment => new FeedMessage(enrolment.Key.ToArray(), enrolment.ToJson())), cancel: cancel);
        await producer.WaitUntilConsumedAsync(cancel: cancel);
    }

    private static Task<PacedProducer> ConnectAsync(ProcessTree tree, SerilogLoggerFactory loggers, CancellationToken cancel) =>
        PacedProducer.ConnectAsync(tree.Engines.Kafka, tree.Engines.Kafka.LearnerEvents, loggers.CreateLogger("feed"), TimeProvider.System, cancel);

    private static Task<FeedResult> FeedAsync(
        PacedProducer producer, IEnumerable<SimulatedStatement> statements, long total, CancellationToken cancel)
    {
        var read = 0L;
        return FeedBar.ShowAsync("simulated statements", () => (double)read / total, async progress =>
        {
            var fed = await producer.FeedAsync(statements.Select(statement =>
            {
                read++;
                return SimulateCommand.Message(statement);
            }), progress, cancel);
            await producer.WaitUntilConsumedAsync(progress, cancel);
            return fed;
        });
    }

    // Waits in slices of a quarter second, so that the pace holds at any number of statements.
    private static async IAsyncEnumerable<FeedMessage> Live(IEnumerable<SimulatedStatement> statements, TimeSpan each, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var start = TimeProvider.System.GetTimestamp();
        var sent = 0;
        foreach (var statement in statements)
        {
            var ahead = each * sent++ - TimeProvider.System.GetElapsedTime(start);
            if (ahead > TimeSpan.FromMilliseconds(250)) await Task.Delay(ahead, cancel);
            yield return SimulateCommand.Message(statement);
        }
    }

    private async Task WaitUntilComputedAsync(ClickHouseClient client, CancellationToken cancel)
    {
        var run = settings.MetricsRun(client);
        await Terminal.Progress().Status().StartAsync("computing visits and sections", async _ =>
        {
            while (!await run.IsUpToDateAsync(cancel)) await Task.Delay(100, cancel);
        });
    }
}
