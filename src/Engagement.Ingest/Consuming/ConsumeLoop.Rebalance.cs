using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Engagement.Ingest.Consuming;

// The handlers run on the loop thread, inside Consume and Close.
internal sealed partial class ConsumeLoop
{
    private void OnAssigned(List<TopicPartition> partitions)
    {
        foreach (var partition in partitions) _assignment.Add(partition.Partition.Value);
        Rebalanced("Assigned", partitions);
    }

    private void OnRevoked(List<TopicPartitionOffset> partitions)
    {
        // The offsets given here are positions, not progress: never commit them.
        var leaving = partitions.Select(p => _assignment.Abandon(p.Partition.Value)).OfType<PartitionTracker>().ToList();
        var started = _time.GetTimestamp();
        while (!_isClosing && leaving.Exists(p => p.HasOpenRanges) && _time.GetElapsedTime(started) < _options.DrainTimeout) TakeReport(QuietPoll);
        foreach (var partition in leaving.Where(p => p.HasOpenRanges))
            _log.LogWarning("Partition {Partition} left before its writes were done; its next owner repeats them from offset {Offset}",
                partition.Partition, partition.Durable ?? partition.First);
        GroupExit.Commit(_consumer, _log);
        foreach (var partition in leaving) _assignment.Remove(partition.Partition);
        Rebalanced("Revoked", partitions.ConvertAll(p => p.TopicPartition));
    }

    // Somebody else owns them already: nothing may be committed.
    private void OnLost(List<TopicPartitionOffset> partitions)
    {
        foreach (var partition in partitions) _assignment.Remove(partition.Partition.Value);
        Rebalanced("Lost", partitions.ConvertAll(p => p.TopicPartition));
    }

    private void Rebalanced(string what, List<TopicPartition> partitions)
    {
        // Pause belongs to a partition and does not follow the assignment; and it can't be set in here.
        _pauseIsStale = true;
        _status.Rebalanced(_assignment.Held.Count);
        _log.LogInformation("{What} partitions {Partitions} of {Topic}", what, string.Join(',', partitions.Select(p => p.Partition.Value)), _topic);
    }

    private void DecidePause()
    {
        if (!_intake.IsFull) _fullSince = -1;
        else if (_fullSince < 0) _fullSince = _time.GetTimestamp();

        var paused = _paused ? !_intake.IsHalfEmpty : _fullSince >= 0 && _time.GetElapsedTime(_fullSince) >= PauseAfter;
        if (paused == _paused) return;
        _paused = paused;
        _log.LogWarning(paused ? "Paused: writing does not keep up" : "Resumed");
        ApplyPause();
    }

    private void ApplyPause()
    {
        _pauseIsStale = false;
        var held = _consumer.Assignment;
        if (held.Count == 0) return;
        if (_paused) _consumer.Pause(held);
        else _consumer.Resume(held);
    }

    /// <summary>Seals and writes what was taken, and waits for it, at most the drain timeout.</summary>
    private void Drain()
    {
        var started = _time.GetTimestamp();
        while ((!_intake.IsEmpty || _inFlight.Count > 0) && _time.GetElapsedTime(started) < _options.DrainTimeout)
        {
            _intake.Submit();
            if (_intake.IsAllRead && !_intake.IsEmpty) TryFlush();
            if (!_intake.IsEmpty || _inFlight.Count > 0) TakeReport(QuietPoll);
        }
        if (_intake.IsEmpty && _inFlight.Count == 0) return;
        throw new IngestException(
            $"Ingest could not write its last batches within {_options.DrainTimeout.TotalSeconds:0} s "
            + $"({string.Join(' ', _inFlight.SelectMany(b => b.Ranges))}). Their offsets are not stored: they are read again at the next start.");
    }

    private void Close()
    {
        _isClosing = true;
        _giveUp.Cancel();
        _ = _readers.StopAsync();
        GroupExit.LeaveAsync(_consumer, _topic, _log).GetAwaiter().GetResult(); // a thread of our own
    }
}
