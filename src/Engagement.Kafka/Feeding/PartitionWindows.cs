using Confluent.Kafka;

namespace Engagement.Kafka.Feeding;

/// <summary>
/// The windows of all partitions of a topic, kept up to date by asking the broker. Asking blocks; the feed reserves and the
/// client's thread acknowledges meanwhile.
/// </summary>
internal sealed class PartitionWindows(string topic, FeedClients clients)
{
    private const int KeylessRun = 200; // messages without a key that go to one partition in a row, so that batches fill

    private readonly PartitionWindow[] _windows =
        [.. Enumerable.Range(0, clients.Partitions).Select(_ => new PartitionWindow(clients.Deletion is not null))];

    private int _keyless;

    public int Count => _windows.Length;

    public long Consumed => _windows.Sum(window => window.Consumed);

    public PartitionWindow this[int partition] => _windows[partition];

    /// <summary>Looks at the topic and the group as they are before the first message.</summary>
    /// <exception cref="KafkaException">The broker did not answer, or refused.</exception>
    public void Begin()
    {
        var committed = clients.Group.Committed();
        for (var p = 0; p < _windows.Length; p++)
        {
            var (earliest, end) = clients.Group.Kept(p);
            _windows[p].Begin(earliest, committed[p], end);
        }
    }

    /// <summary>Chooses a partition and reserves room in it: the key's, or for a message without key any with room.</summary>
    public bool TryReserve(byte[] key, int bytes, out int partition)
    {
        if (key.Length > 0)
        {
            partition = Murmur2.Partition(key, _windows.Length);
            return _windows[partition].TryReserve(bytes);
        }
        for (var i = 0; i < _windows.Length; i++)
        {
            partition = _keyless / KeylessRun % _windows.Length;
            if (_windows[partition].TryReserve(bytes))
            {
                _keyless = (_keyless + 1) % (KeylessRun * _windows.Length);
                return true;
            }
            _keyless = (_keyless / KeylessRun + 1) % _windows.Length * KeylessRun;
        }
        partition = -1;
        return false;
    }

    /// <summary>Asks how far the group is, and has the broker empty what must be empty for the next message.</summary>
    /// <param name="checksLoss">Also asks what the broker still keeps, a question a partition.</param>
    /// <exception cref="KafkaException">The broker did not answer, or refused.</exception>
    /// <exception cref="StatementsLostException">It keeps less than the group has left to read.</exception>
    public void Poll(bool checksLoss)
    {
        // In this order: what the broker drops between the two questions, the group had committed before the second.
        var earliest = checksLoss && clients.Deletion is not null ? _windows.Select((_, p) => clients.Group.Kept(p).Earliest).ToArray() : null;
        var committed = clients.Group.Committed();
        for (var p = 0; p < _windows.Length; p++)
        {
            _windows[p].Commit(committed[p]);
            if (earliest is not null && earliest[p] > _windows[p].Committed) throw Lost(p, _windows[p].Committed, earliest[p]);
            if (_windows[p].Emptying is not { } end) continue;
            clients.Deletion?.Commit(p, end);
            _windows[p].Keep(clients.Group.Kept(p).Earliest);
        }
    }

    /// <summary>Where the partitions end now; null where the broker doesn't say.</summary>
    public long[]? TryEnds()
    {
        try
        {
            return [.. _windows.Select((_, p) => clients.Group.Kept(p).End)];
        }
        catch (KafkaException)
        {
            return null; // asked again after the next poll
        }
    }

    /// <summary>Whether the group had committed all before these offsets when last asked.</summary>
    public bool AreCommitted(long[] ends) => _windows.Index().All(window => window.Item.Committed >= ends[window.Index]);

    private StatementsLostException Lost(int partition, long committed, long earliest) => new(
        $"The embedded Kafka dropped {earliest - committed} messages of {topic} partition {partition} before they were processed " +
        $"(offsets {committed} to {earliest - 1}). Something else wrote to it at the same time. " +
        "Feed the file again: what was processed is not counted twice.");
}
