using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Hosting;
using Engagement.Ingest;
using Engagement.Kafka.Feeding;
using Engagement.Kafka.Files;
using Engagement.Processes;
using Engagement.Reports;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Spectre.Console;

namespace Engagement.Analysis;

/// <summary>Statement files → section table: the whole pipeline in this process, over embedded engines of its own.</summary>
internal sealed class FileAnalysis(Settings settings)
{
    /// <summary>Feeds the files, waits until everything is computed, prints.</summary>
    public async Task RunAsync(IReadOnlyList<string> paths, CourseOutline? outline, CancellationToken stop)
    {
        var files = new StatementFiles(paths);
        var start = TimeProvider.System.GetUtcNow();
        await using var log = Logging.Create(settings, "analyze", LogEventLevel.Warning);
        using var loggers = new SerilogLoggerFactory(log);
        await using var engines = await Engines.StartAsync(settings, withKafka: true, loggers.CreateLogger("engines"), stop);
        using var client = new ClickHouseClient(engines.ClickHouse);
        await new Migrator(client).MigrateAsync(stop);
        if (outline is not null) await new OutlineStore(client, TimeProvider.System).SaveAsync(outline, TimeProvider.System.GetUtcNow(), stop);

        await using var worker = Worker.Build(settings, new HashSet<string> { Roles.Ingest }, "http://127.0.0.1:0", log, engines);
        await worker.StartAsync(stop);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop, worker.Lifetime.ApplicationStopping);
        var status = worker.Services.GetRequiredService<IngestStatus>();
        FeedResult fed;
        try
        {
            fed = await FeedAsync(files, engines, loggers, ended.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new Fault($"Ingest stopped: {status.Failure?.Message ?? "its log says why"} What was taken so far is kept.");
        }
        await worker.StopAsync(stop);
        await ComputeAsync(client, stop);

        await PrintAsync(client, status, fed, start, stop);
    }

    private static async Task<FeedResult> FeedAsync(StatementFiles files, Engines engines, SerilogLoggerFactory loggers, CancellationToken cancel)
    {
        using var producer = await PacedProducer.ConnectAsync(
            engines.Kafka, engines.Kafka.LearnerEvents, loggers.CreateLogger("feed"), TimeProvider.System, cancel);
        return await FeedBar.ShowAsync(files, producer, untilConsumed: true, cancel);
    }

    private Task ComputeAsync(ClickHouseClient client, CancellationToken stop) =>
        Terminal.Progress().Status().StartAsync("computing visits and sections", async _ =>
        {
            var run = settings.MetricsRun(client);
            while (!await run.IsUpToDateAsync(stop))
            {
                await run.RunAsync(stop);
                await Task.Delay(20, stop); // another run may be at work on the same folder
            }
        });

    private static async Task PrintAsync(ClickHouseClient client, IngestStatus status, FeedResult fed, DateTimeOffset start, CancellationToken stop)
    {
        var console = Terminal.Results();
        await new SectionTable(client).PrintAsync(console, stop);
        console.WriteLine();
        console.WriteLine($"{status.Accepted} statements taken, {status.Rejected + fed.FaultCount} rejected");
        await new RejectionTable(client).PrintAsync(console, start, stop);
        await new ConflictCount(client).PrintAsync(console, stop);
        foreach (var fault in fed.Faults) console.WriteLine($"      not sent: {fault}");
    }
}
