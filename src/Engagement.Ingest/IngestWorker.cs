using System.Diagnostics.Metrics;
using Engagement.ClickHouse;
using Engagement.Ingest.Consuming;
using Engagement.Ingest.Flushing;
using Engagement.Ingest.Reading;
using Engagement.Kafka;
using Engagement.Statements;
using Microsoft.Extensions.Logging;

namespace Engagement.Ingest;

/// <summary>One member of the ingest group: from Kafka to the tables <c>statements</c>, <c>touches</c> and <c>rejected_events</c>.</summary>
public sealed class IngestWorker(
    KafkaOptions kafka, IngestOptions options, ClickHouseClient clickHouse, Pseudonym pseudonym, TimeProvider time,
    IngestStatus status, IMeterFactory meters, ILoggerFactory logs)
{
    public IngestStatus Status { get; } = status;

    /// <summary>Runs until <paramref name="stop"/>; the task ends only when all is written and the group is left. To be run once.</summary>
    /// <exception cref="IngestException">A person has to act.</exception>
    public Task RunAsync(CancellationToken stop) =>
        Task.Factory.StartNew(() => Run(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Run(CancellationToken stop)
    {
        var log = logs.CreateLogger<IngestWorker>();
        var metrics = new IngestMetrics(meters, Status);
        var retry = new InsertRetry(options.RetryFirst, options.RetryCap, Random.Shared.NextDouble);
        var writer = new PatientWriter(retry, time, Status, metrics, log);
        using var letters = new DeadLetters(kafka);
        var flusher = new Flusher(clickHouse, letters, writer, time, metrics, log);
        var readers = Enumerable.Range(0, options.Readers > 0 ? options.Readers : Math.Max(1, Environment.ProcessorCount - 1))
            .Select(_ => new ChunkReader(new StatementReader(pseudonym), kafka.LearnerEvents, options.MaxMessageBytes)).ToList();
        using var loop = new ConsumeLoop(kafka, options, flusher, readers, time, Status, metrics, log);
        loop.Run(stop);
    }
}
