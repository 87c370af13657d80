using Confluent.Kafka;
using Microsoft.Extensions.Logging;

namespace Engagement.Kafka.Feeding;

/// <summary>
/// Feeds a topic and loses nothing: idempotent, every message acknowledged or reported as a fault. On the embedded broker, which
/// keeps little, it never runs further ahead of the group's committed offsets than the broker keeps, so that a worker that dies
/// finds everything it had not committed; on any other it sends as fast as it may. While nobody commits, or the broker is away,
/// it waits, for ever if need be. One feed at a time; not thread-safe. On the embedded broker one feeder a topic: two that don't
/// know of each other fill it together (if that ever costs a message, <see cref="StatementsLostException"/> says so).
/// </summary>
public sealed class PacedProducer : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);
    private const int PollsPerLossCheck = 20; // about once a second: it takes a question a partition

    private readonly string _topic;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly FeedClients _clients;
    private readonly PartitionWindows _windows;
    private readonly FeedFaults _faults = new();

    // Written by the feed
    private long _sent;
    private volatile FeedState _state;

    // Written by the client's thread
    private long _acknowledged;
    private KafkaException? _fatal;

    // Written by the watch
    private volatile bool _answers = true;
    private TaskCompletionSource _polled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private PacedProducer(string topic, ILogger logger, TimeProvider time, FeedClients clients)
    {
        _topic = topic;
        _logger = logger;
        _time = time;
        _clients = clients;
        clients.Fatal = error => Interlocked.CompareExchange(ref _fatal, new KafkaException(error), null);
        _windows = new PartitionWindows(topic, clients);
    }

    /// <summary>Whether it waits for the group, which it does on the embedded broker alone.</summary>
    public bool IsPaced => _clients.Deletion is not null;

    public int Partitions => _windows.Count;

    /// <summary>Where it stands, over all its feeds.</summary>
    public FeedProgress Progress => new(
        _answers ? _state : FeedState.WaitingForKafka,
        Volatile.Read(ref _sent), Volatile.Read(ref _acknowledged), _windows.Consumed, _faults.Count);

    /// <summary>Connects to the broker and looks at the topic and the group.</summary>
    /// <param name="options">Servers, and the group whose progress paces the feed.</param>
    /// <param name="topic">The topic; it must exist, or the broker make it when asked for it.</param>
    /// <param name="logger">Takes what the client says.</param>
    /// <param name="time">Clock of the polls.</param>
    /// <param name="cancel">Gives up connecting.</param>
    /// <exception cref="KafkaException">The broker did not answer within 10 s, or has no such topic.</exception>
    public static async Task<PacedProducer> ConnectAsync(
        KafkaOptions options, string topic, ILogger logger, TimeProvider time, CancellationToken cancel = default)
    {
        var clients = await FeedClients.ConnectAsync(options, topic, logger, ConnectTimeout, cancel);
        var producer = new PacedProducer(topic, logger, time, clients);
        try
        {
            await Task.Run(producer._windows.Begin, cancel);
            return producer;
        }
        catch
        {
            producer.Dispose();
            throw;
        }
    }

    /// <summary>Sends all messages; done when each is acknowledged or a fault.</summary>
    /// <param name="messages">Taken one by one, as there is room.</param>
    /// <param name="progress">Told about 20 times a second.</param>
    /// <param name="cancel">Stops sending; what was sent stays sent.</param>
    /// <exception cref="StatementsLostException">The embedded broker dropped messages the group had not committed.</exception>
    /// <exception cref="KafkaException">The client can't go on.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/>.</exception>
    public async Task<FeedResult> FeedAsync(
        IAsyncEnumerable<FeedMessage> messages, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default)
    {
        await WatchedAsync(async stop =>
        {
            _state = FeedState.Sending;
            await foreach (var message in messages.WithCancellation(stop))
            {
                ThrowIfFatal();
                if (message.Fault is { } fault) _faults.Add(message.Origin, fault);
                else await SendAsync(message, stop);
            }
            while (Volatile.Read(ref _acknowledged) + _faults.OfSent < _sent) await NextPollAsync(stop);
            _state = FeedState.Done;
        }, progress, cancel);
        return new FeedResult(Volatile.Read(ref _acknowledged), _faults.Count, _faults.Listed());
    }

    /// <inheritdoc cref="FeedAsync(IAsyncEnumerable{FeedMessage}, IProgress{FeedProgress}, CancellationToken)"/>
    public Task<FeedResult> FeedAsync(
        IEnumerable<FeedMessage> messages, IProgress<FeedProgress>? progress = null, CancellationToken cancel = default) =>
        FeedAsync(messages.ToAsyncEnumerable(), progress, cancel);

    /// <summary>Waits until the group has committed everything that is in the topic now, of this feeder and others.</summary>
    /// <inheritdoc cref="FeedAsync(IAsyncEnumerable{FeedMessage}, IProgress{FeedProgress}, CancellationToken)" path="/exception"/>
    public Task WaitUntilConsumedAsync(IProgress<FeedProgress>? progress = null, CancellationToken cancel = default) =>
        WatchedAsync(async stop =>
        {
            _state = FeedState.WaitingForTheRest;
            long[]? end = null;
            while (end is null || !_windows.AreCommitted(end))
            {
                await NextPollAsync(stop);
                if (end is null && _answers) end = await Task.Run(_windows.TryEnds, stop);
            }
            _state = FeedState.Done;
        }, progress, cancel);

    public void Dispose() => _clients.Dispose();

    private async ValueTask SendAsync(FeedMessage message, CancellationToken cancel)
    {
        var bytes = message.Key.Length + message.Value.Length;
        int partition;
        while (!_windows.TryReserve(message.Key, bytes, out partition))
        {
            _state = FeedState.WaitingForWorker;
            await NextPollAsync(cancel);
            ThrowIfFatal();
        }
        _state = FeedState.Sending;

        var target = new TopicPartition(_topic, partition);
        var record = new Message<byte[], byte[]> { Key = message.Key.Length == 0 ? null! : message.Key, Value = message.Value };
        for (_sent++; ;)
        {
            try
            {
                _clients.Producer.Produce(target, record, report => OnDelivered(report, message.Origin, bytes));
                return;
            }
            catch (ProduceException<byte[], byte[]> e) when (e.Error.Code == ErrorCode.Local_QueueFull)
            {
                await NextPollAsync(cancel);
            }
            catch (ProduceException<byte[], byte[]> e) when (e.Error.Code == ErrorCode.MsgSizeTooLarge)
            {
                Refused(partition, bytes, message.Origin, e.Error);
                return;
            }
        }
    }

    private void OnDelivered(DeliveryReport<byte[], byte[]> report, FeedOrigin origin, int bytes)
    {
        if (report.Error.IsError)
        {
            Refused(report.Partition.Value, bytes, origin, report.Error);
            return;
        }
        _windows[report.Partition.Value].Acknowledge(report.Offset.Value, bytes);
        Interlocked.Increment(ref _acknowledged);
    }

    private void Refused(int partition, int bytes, FeedOrigin origin, Error error)
    {
        _windows[partition].GiveBack(bytes);
        var reason = error.Code == ErrorCode.MsgSizeTooLarge ? $"its {bytes:N0} bytes are more than the broker takes" : error.Reason;
        _faults.AddSent(origin, $"Kafka did not take it: {reason}");
    }

    /// <summary>Does some work while the group's offsets are polled beside it; ends both together.</summary>
    private async Task WatchedAsync(Func<CancellationToken, Task> work, IProgress<FeedProgress>? progress, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var watch = WatchAsync(progress, stop);
        try
        {
            await work(stop.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // The watch stopped the work, and says below why.
        }
        finally
        {
            await stop.CancelAsync();
            await watch.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await watch;
        progress?.Report(Progress);
    }

    private async Task WatchAsync(IProgress<FeedProgress>? progress, CancellationTokenSource stop)
    {
        try
        {
            for (var poll = 0; !stop.IsCancellationRequested; poll++)
            {
                var checksLoss = poll % PollsPerLossCheck == 0;
                await Task.Run(() => Poll(checksLoss), CancellationToken.None);
                progress?.Report(Progress);
                Interlocked.Exchange(ref _polled, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
                await Task.Delay(PollInterval, _time, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        finally
        {
            await stop.CancelAsync();
        }
    }

    /// <summary>Asks how far the group is. Blocks, as the client does.</summary>
    private void Poll(bool checksLoss)
    {
        try
        {
            _windows.Poll(checksLoss);
            _answers = true;
        }
        catch (KafkaException e)
        {
            // An outage, over when a later poll succeeds
            if (_answers) _logger.LogWarning("Kafka does not say how far the group has come: {Reason}. Waiting for it.", e.Error.Reason);
            _answers = false;
        }
    }

    private Task NextPollAsync(CancellationToken cancel) => Volatile.Read(ref _polled).Task.WaitAsync(cancel);

    private void ThrowIfFatal()
    {
        if (Volatile.Read(ref _fatal) is { } fatal) throw fatal;
    }
}
