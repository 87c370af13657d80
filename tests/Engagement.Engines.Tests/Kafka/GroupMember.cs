using System.Collections.Concurrent;
using System.Text;
using Confluent.Kafka;

namespace Engagement.Engines.Tests.Kafka;

/// <summary>
/// A worker as far as Kafka can tell: reads in a group on a thread of its own and commits what it has read, every
/// <paramref name="commitEvery"/>. It either closes in order (<see cref="DisposeAsync"/>) or dies (<see cref="DieAsync"/>):
/// then it commits nothing more and the group finds out by its silence.
/// </summary>
internal sealed class GroupMember : IAsyncDisposable
{
    private readonly IConsumer<Ignore, byte[]> _consumer;
    private readonly TimeSpan _commitEvery;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private volatile IReadOnlyList<TopicPartition> _assignment = [];
    private volatile bool _dies;

    /// <param name="servers">Of the broker.</param>
    /// <param name="topic">Read whole.</param>
    /// <param name="group">Joined.</param>
    /// <param name="commitEvery">Time between two commits.</param>
    /// <param name="session">Silence after which the group takes it for dead. Only who is to die needs it short: on a busy machine
    /// the others would be taken for dead as well, and what they have read be read again. The broker lets a rebalance last a second less.</param>
    public GroupMember(string servers, string topic, string group, TimeSpan? commitEvery = null, TimeSpan? session = null)
    {
        _commitEvery = commitEvery ?? TimeSpan.FromMilliseconds(100);
        _consumer = new ConsumerBuilder<Ignore, byte[]>(new ConsumerConfig
        {
            BootstrapServers = servers,
            GroupId = group,
            EnableAutoCommit = false,
            AutoOffsetReset = AutoOffsetReset.Earliest,
            PartitionAssignmentStrategy = PartitionAssignmentStrategy.CooperativeSticky,
            SessionTimeoutMs = (int)(session ?? TimeSpan.FromSeconds(10)).TotalMilliseconds,
            HeartbeatIntervalMs = 200,
            FetchWaitMaxMs = 50,
        })
        .SetPartitionsRevokedHandler((consumer, _) => Commit(consumer))
        .SetPartitionsLostHandler((_, _) => WasTakenForDead = true)
        .Build();
        _consumer.Subscribe(topic);
        _loop = Task.Factory.StartNew(Read, TaskCreationOptions.LongRunning);
    }

    public ConcurrentBag<string> Received { get; } = [];

    public IReadOnlyList<TopicPartition> Assignment => _assignment;

    /// <summary>It was silent for too long: what it has read since its last commit is read again, by rights.</summary>
    public bool WasTakenForDead { get; private set; }

    public Task DieAsync()
    {
        _dies = true;
        return EndAsync();
    }

    public async ValueTask DisposeAsync() => await EndAsync();

    private async Task EndAsync()
    {
        await _stop.CancelAsync();
        await _loop;
    }

    private void Read()
    {
        var committed = Environment.TickCount64;
        while (!_stop.IsCancellationRequested)
        {
            var result = _consumer.Consume(TimeSpan.FromMilliseconds(20));
            _assignment = [.. _consumer.Assignment];
            if (result is not null) Received.Add(Encoding.UTF8.GetString(result.Message.Value));
            if (Environment.TickCount64 - committed < _commitEvery.TotalMilliseconds) continue;
            Commit(_consumer);
            committed = Environment.TickCount64;
        }
        if (!_dies)
        {
            Commit(_consumer);
            _consumer.Close();
        }
        _consumer.Dispose();
    }

    private void Commit(IConsumer<Ignore, byte[]> consumer)
    {
        if (_dies) return;
        try
        {
            consumer.Commit();
        }
        catch (KafkaException)
        {
            // Nothing was read since the last commit, or the broker is away: what is not committed comes again.
        }
    }
}
