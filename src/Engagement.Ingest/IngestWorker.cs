using System.Diagnostics.Metrics;
using Engagement.ClickHouse;
using Engagement.Courses;
using Engagement.Ingest.Compacted;
using Engagement.Ingest.Consuming;
using Engagement.Ingest.Enrolments;
using Engagement.Ingest.Flushing;
using Engagement.Ingest.Outlines;
using Engagement.Ingest.Reading;
using Engagement.Kafka;
using Engagement.People.Enrolments;
using Engagement.People.Identity;
using Engagement.Statements;
using Microsoft.Extensions.Logging;

namespace Engagement.Ingest;

/// <summary>
/// One member of the ingest groups: from Kafka to the tables <c>statements</c>, <c>touches</c>, <c>rejected_events</c>,
/// <c>course_outlines</c>, <c>roster</c> and <c>people</c>.
/// </summary>
public sealed class IngestWorker(
    KafkaOptions kafka, IngestOptions options, ReadingOptions reading, ClickHouseClient clickHouse, Pseudonym pseudonym, IdentityKey identityKey,
    TimeProvider time, IngestStatus status, IMeterFactory meters, ILoggerFactory logs)
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
        var erased = new ErasedLearners(clickHouse);
        try
        {
            await LoadAsync(erased, retry, log, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return; // asked to end before it began
        }
        var writes = new DurableWrites(clickHouse, letters, writer, time);
        var outlines = new OutlineTopic(kafka, new OutlineStore(clickHouse, time), writes, log);
        var enrolments = new EnrolmentTopic(kafka, new EnrolmentReader(pseudonym), Enrolments(erased), writes, log);
        using var statements = new ConsumeLoop(kafka, options, flusher, Readers(erased), time, Status, metrics, log);

        // Where one ends, by itself or by a failure, the others end in order before the failure is told.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var loops = new[]
        {
            Task.Factory.StartNew(() => statements.Run(either.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default),
            new CompactedTopicLoop(kafka, options, outlines, time, log).RunAsync(either.Token),
            new CompactedTopicLoop(kafka, options, enrolments, time, log).RunAsync(either.Token),
            erased.KeepFreshAsync(time, e => log.LogWarning("Who was erased could not be asked, which is tried again: {Reason}", e.Message), either.Token),
        };
        await Task.WhenAny(loops);
        await either.CancelAsync();
        await Task.WhenAll(loops);
    }

    private EnrolmentStore Enrolments(ErasedLearners erased) => new(clickHouse, new Identities(clickHouse, identityKey, time, logs.CreateLogger<Identities>()), erased, time);

    // Without it, a statement of an erased learner might be stored.
    private async Task LoadAsync(ErasedLearners erased, InsertRetry retry, ILogger log, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan wait;
            try
            {
                await erased.LoadAsync(stop);
                return;
            }
            catch (Exception e) when (e is HttpRequestException or ClickHouseException or IOException)
            {
                wait = retry.Wait(e, attempt) ?? throw new IngestException(
                    $"Who was erased can't be asked: {e.Message} Ingest does not begin without. Check that the schema is migrated (engagement migrate), then start again.", e);
                log.LogWarning("Who was erased could not be asked (try {Try}): {Reason} Nothing is read before", attempt, e.Message);
            }
            await Task.Delay(wait, time, stop);
        }
    }

    private List<ChunkReader> Readers(ErasedLearners erased)
    {
        var count = options.Readers > 0 ? options.Readers : Math.Max(1, Environment.ProcessorCount - 1);
        return [.. Enumerable.Range(0, count).Select(_ => new ChunkReader(new StatementReader(pseudonym, reading), erased, kafka.LearnerEvents, options.MaxMessageBytes))];
    }
}
