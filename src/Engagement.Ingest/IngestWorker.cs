using System.Diagnostics.Metrics;
using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Ingest.Consuming;
using Engagement.Ingest.Flushing;
using Engagement.Ingest.Outlines;
using Engagement.Ingest.Reading;
using Engagement.Kafka;
using Engagement.Statements;
using Microsoft.Extensions.Logging;

namespace Engagement.Ingest;

/// <summary>
/// One member of the ingest groups: from Kafka to the tables <c>statements</c>, <c>touches</c>, <c>rejected_events</c> and
/// <c>course_outlines</c>.
/// </summary>
public sealed class IngestWorker(
    KafkaOptions kafka, IngestOptions options, ReadingOptions reading, ClickHouseClient clickHouse, Pseudonym pseudonym, TimeProvider time,
    IngestStatus status, IMeterFactory meters, ILoggerFactory logs)
{
    public IngestStatus Status { get; } = status;

    /// <summary>Runs until <paramref name="stop"/>; the task ends only when all is written and the groups are left. To be run once.</summary>
    /// <exception cref="IngestException">A person has to act. Nothing is lost.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        var log = logs.CreateLogger<IngestWorker>();
        var metrics = new IngestMetrics(meters, Status, kafka);
        var retry = new InsertRetry(options.RetryFirst, options.RetryCap, Random.Shared.NextDouble);
        var writer = new PatientWriter(retry, time, Status, metrics, log);
        using var letters = new DeadLetters(kafka);
        var flusher = new Flusher(clickHouse, letters, writer, time, metrics, log);
        var outlines = new OutlineLoop(kafka, options, new OutlineStore(clickHouse, time), clickHouse, letters, writer, time, log);
        using var statements = new ConsumeLoop(kafka, options, flusher, Readers(), time, Status, metrics, log);

        // Where one ends, by itself or by a failure, the other ends in order before the failure is told.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var loops = new[]
        {
            Task.Factory.StartNew(() => statements.Run(either.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default),
            outlines.RunAsync(either.Token),
        };
        await Task.WhenAny(loops);
        await either.CancelAsync();
        await Task.WhenAll(loops);
    }

    private List<ChunkReader> Readers()
    {
        var count = options.Readers > 0 ? options.Readers : Math.Max(1, Environment.ProcessorCount - 1);
        return [.. Enumerable.Range(0, count).Select(_ => new ChunkReader(new StatementReader(pseudonym, reading), kafka.LearnerEvents, options.MaxMessageBytes))];
    }
}
