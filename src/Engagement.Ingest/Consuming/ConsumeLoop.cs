using System.Collections.Concurrent;
using Confluent.Kafka;
using Engagement.Ingest.Flushing;
using Engagement.Ingest.Reading;
using Engagement.Kafka;
using Microsoft.Extensions.Logging;

namespace Engagement.Ingest.Consuming;

/// <summary>
/// Reads the statements' topic on one thread.
/// <list type="number">
/// <item>An offset is stored only when every message before it is durable in ClickHouse, acknowledged by the dead-letter topic,
/// or ignored on purpose and counted.</item>
/// <item>One thread touches the consumer, in and out of its handlers. Others send it reports.</item>
/// <item>Inserts are at-least-once. That a statement counts once is a property of the table.</item>
/// <item>Rows of a partition that is handed over leave the unsent batch; writes under way are waited for.</item>
/// <item>Stop: no more messages, last batch, writes under way, store, commit, and only then close.</item>
/// </list>
/// </summary>
internal sealed partial class ConsumeLoop : IDisposable
{
    // A write that stalls shorter than this only stops the polling. Pausing throws the prefetched messages away.
    private static readonly TimeSpan PauseAfter = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan QuietPoll = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BusyPoll = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LagEvery = TimeSpan.FromSeconds(1);
    private const int MessagesBetweenLooks = 64;
    private const int StatisticsMilliseconds = 5000;

    private readonly string _topic;
    private readonly IngestOptions _options;
    private readonly Flusher _flusher;
    private readonly TimeProvider _time;
    private readonly IngestStatus _status;
    private readonly IngestMetrics _metrics;
    private readonly ILogger _log;

    // Any thread writes, the loop reads.
    private readonly BlockingCollection<Report> _reports = [];
    private readonly ChunkReaders _readers;
    private readonly CancellationTokenSource _giveUp = new();

    // Loop thread only.
    private readonly IConsumer<Slice, Slice> _consumer;
    private readonly Intake _intake;
    private readonly Assignment _assignment = new();
    private readonly StuckPartitions<Slice, Slice> _stuck;
    private readonly Stack<BatchBuffers> _buffers = new();
    private readonly List<Batch> _inFlight = [];
    private long _fullSince = -1;
    private bool _paused;
    private bool _pauseIsStale;
    private bool _isClosing;
    private long _lagAt;

    public ConsumeLoop(
        KafkaOptions kafka, IngestOptions options, Flusher flusher, IReadOnlyList<ChunkReader> readers, TimeProvider time,
        IngestStatus status, IngestMetrics metrics, ILogger log)
    {
        (_topic, _options, _flusher, _time, _status, _metrics, _log) = (kafka.LearnerEvents, options, flusher, time, status, metrics, log);
        for (var i = 0; i < options.FlushesInFlight; i++) _buffers.Push(new BatchBuffers(StatementRow.Columns));
        _readers = new ChunkReaders(readers, (chunk, bug) => _reports.Add(new Report.ChunkRead(chunk, bug)));
        _intake = new Intake(options, time, _readers);
        var config = ConsumerSettings.Of(kafka, options, kafka.GroupId);
        config.StatisticsIntervalMs = StatisticsMilliseconds;
        _consumer = new ConsumerBuilder<Slice, Slice>(config)
            .SetKeyDeserializer(new SliceDeserializer(_intake))
            .SetValueDeserializer(new SliceDeserializer(_intake))
            .SetPartitionsAssignedHandler((_, partitions) => OnAssigned(partitions))
            .SetPartitionsRevokedHandler((_, partitions) => OnRevoked(partitions))
            .SetPartitionsLostHandler((_, partitions) => OnLost(partitions))
            .SetStatisticsHandler((_, json) => _status.Connected(ClientStatistics.Parse(json)))
            .SetErrorHandler((_, error) => LogError(error))
            .SetLogHandler((_, line) => _log.LogDebug("librdkafka {Facility}: {Message}", line.Facility, line.Message))
            .Build();
        _stuck = new StuckPartitions<Slice, Slice>(_consumer, _topic, time, log);
    }

    /// <summary>Runs until <paramref name="stop"/>, then ends in order, and the consumer with it. Blocks its thread.</summary>
    /// <exception cref="IngestException">A person has to act; or the stop took longer than it may. Nothing is lost either way.</exception>
    public void Run(CancellationToken stop)
    {
        _consumer.Subscribe(_topic);
        try
        {
            while (!stop.IsCancellationRequested) Turn();
            _log.LogInformation("Ingest stops: {Batches} batches are being written", _inFlight.Count);
            Drain();
        }
        finally
        {
            Close();
        }
    }

    // The consumer has its own end. The reports are left to the garbage collector: a write that was given up may still bring one.
    public void Dispose() => _giveUp.Dispose();

    private void Turn()
    {
        TakeReports();
        _intake.Submit(now: false);
        if (_intake.IsDue) TryFlush();
        DecidePause();
        if (!_paused) _stuck.Free();
        ReportStatus();
        if (_intake.IsFull && !_paused) TakeReport(BusyPoll);
        else Consume();
    }

    private void Consume()
    {
        var wait = _intake.IsEmpty && _inFlight.Count == 0 ? QuietPoll : BusyPoll;
        for (var i = 0; i < MessagesBetweenLooks; i++)
        {
            var result = Poll(wait);
            if (_pauseIsStale) ApplyPause();
            if (result is null) break;
            Take(result);
            if (_intake.IsFull) break;
        }
    }

    private ConsumeResult<Slice, Slice>? Poll(TimeSpan wait)
    {
        try
        {
            return _consumer.Consume(wait);
        }
        catch (ConsumeException e) when (!e.Error.IsFatal)
        {
            LogError(e.Error);
            _stuck.Erred();
            return null;
        }
        catch (KafkaException e) when (e.Error.IsFatal)
        {
            throw new IngestException($"Kafka ended this worker's membership: {e.Error.Reason} Is another worker running with the same Kafka:GroupInstanceId? Start this one again.", e);
        }
    }

    private void Take(ConsumeResult<Slice, Slice> result)
    {
        var partition = _assignment.Deliver(result.Partition.Value, result.Offset.Value, out var startedOver);
        if (startedOver)
            _log.LogWarning("Partition {Partition} of {Topic} starts over at offset {Offset}: the broker lost it, or the topic was made anew. What was read before is still written",
                result.Partition.Value, _topic, result.Offset.Value);
        var timestamp = result.Message.Timestamp;
        var brokerMillis = timestamp.Type == TimestampType.NotAvailable ? _time.GetUtcNow().ToUnixTimeMilliseconds() : timestamp.UnixTimestampMs;
        _intake.Add(partition, result.Offset.Value, brokerMillis * 1000, result.Message.Key, result.Message.Value);
    }

    private void TryFlush()
    {
        if (!_buffers.TryPop(out var buffers)) return;
        var batch = _intake.Seal(buffers);
        StopAtTooManyRejected(batch);
        if (batch.Ranges.Count == 0)
        {
            _buffers.Push(buffers); // all of it was of partitions that have left
            return;
        }
        _inFlight.Add(batch);
        _ = FlushAsync(batch);
    }

    // Its outcome, whatever it is, becomes a report; nothing awaits it.
    private async Task FlushAsync(Batch batch)
    {
        Exception? failure = null;
        try
        {
            await _flusher.FlushAsync(batch, _giveUp.Token);
        }
        catch (Exception e) // the loop throws it
        {
            failure = e;
        }
        _reports.Add(new Report.Flushed(batch, failure));
    }

    private void StopAtTooManyRejected(Batch batch)
    {
        if (_options.MaxRejectedInARow == 0) return;
        foreach (var range in batch.Ranges)
        {
            if (range.Partition.RejectedInARow <= _options.MaxRejectedInARow) continue;
            var why = batch.Rejected.Last(r => r.Partition == range.Partition.Partition).Why;
            throw new IngestException(
                $"{range.Partition.RejectedInARow} statements in a row were refused on {_topic}/{range.Partition.Partition}, more than Ingest:MaxRejectedInARow "
                + $"({_options.MaxRejectedInARow}); the last by rule {why.Rule} at {why.Path}: {why.Reason} Nothing was passed over. "
                + "Mend the sender, or raise the limit to let them go to the dead-letter topic.");
        }
    }

    private void TakeReports()
    {
        while (_reports.TryTake(out var report)) Take(report);
    }

    private void TakeReport(TimeSpan wait)
    {
        if (_reports.TryTake(out var report, wait)) Take(report);
    }

    private void Take(Report report)
    {
        switch (report)
        {
            case Report.ChunkRead read when read.Failure is null:
                _intake.Take(read.Chunk);
                break;
            case Report.Flushed flushed:
                _inFlight.Remove(flushed.Batch);
                _buffers.Push(flushed.Batch.Buffers);
                if (flushed.Failure is { } failure) throw Rethrown(failure);
                Store(flushed.Batch);
                _status.Flushed(flushed.Batch);
                break;
            default:
                throw new InvalidOperationException("A reader failed on a message; this is a bug", report.Failure);
        }
    }

    private static Exception Rethrown(Exception failure) => failure is IngestException known
        ? new IngestException(known.Message, known)
        : new InvalidOperationException("A flush failed in a way it must not; this is a bug", failure);

    private void Store(Batch batch)
    {
        foreach (var range in batch.Ranges)
        {
            if (range.Partition.Complete(range) is not { } offset) continue;
            try
            {
                _consumer.StoreOffset(new TopicPartitionOffset(_topic, range.Partition.Partition, offset));
            }
            catch (KafkaException e) when (e.Error.Code == ErrorCode.Local_State)
            {
                _metrics.OffsetRefused(); // left meanwhile: the next owner reads it again
            }
        }
    }

    private void ReportStatus()
    {
        // Batches are sealed in order, so the first under way holds the oldest message of all.
        var oldest = _inFlight.Count > 0 ? _time.GetElapsedTime(_inFlight[0].StartedAt) : _intake.Age;
        _status.Turned(oldest, _inFlight.Count, _paused);
        if (_time.GetElapsedTime(_lagAt) < LagEvery) return;
        _lagAt = _time.GetTimestamp();
        _status.Lags(_assignment.Held.Sum(Lag));
    }

    private long Lag(PartitionTracker partition)
    {
        if ((partition.Durable ?? partition.First) is not { } next) return 0;
        var high = _consumer.GetWatermarkOffsets(new TopicPartition(_topic, partition.Partition)).High;
        return high.IsSpecial ? 0 : Math.Max(0, high.Value - next);
    }

    private void LogError(Error error)
    {
        if (error.Code == ErrorCode.UnknownTopicOrPart)
            _log.LogWarning("Topic {Topic} does not exist yet; waiting for it", _topic);
        else if (error.Code is ErrorCode.Local_AllBrokersDown)
        {
            _status.Disconnected(error.Reason);
            _log.LogError("No Kafka broker answers: {Reason}", error.Reason);
        }
        else
            _log.LogWarning("Kafka: {Code}: {Reason}", error.Code, error.Reason);
    }
}
