using System.Runtime.InteropServices;
using Confluent.Kafka;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Embedded.Kafka;

/// <summary>
/// A Kafka broker inside this process: librdkafka's mock cluster. It speaks the real protocol on a loopback port of the
/// system's choice to any client of any process: produce (idempotent too), fetch, consumer groups, committed offsets.
/// Everything is in memory and gone with the process. What it keeps is in <see cref="KafkaBrokerLimits"/>,
/// what it can be asked to drop in <see cref="RecordDeletion"/>.
/// It does not answer an admin client's CreateTopics: use <see cref="CreateTopic"/>; a topic that a client merely asks
/// for comes into being with four partitions. Thread-safe; the faults are for tests.
/// </summary>
public sealed class KafkaBroker : IDisposable
{
    /// <summary>The first broker of the cluster, as the fault methods and clients' metadata number it; further ones follow it.</summary>
    public const int BrokerId = 1;

    private readonly GCHandle _log;
    private readonly int _brokers;
    private readonly nint _client;
    private readonly nint _cluster;
    private readonly RecordDeletion? _deletion;
    private int _disposed;

    /// <summary>Starts the broker; it answers when the constructor returns.</summary>
    /// <param name="logger">Takes what librdkafka says about the broker; nothing is written where it is null.</param>
    /// <param name="rebalanceDelay">How long a new group waits for further members before its first assignment; 0.2 s where null
    /// (librdkafka's own 3 s imitates a cluster whose workers start apart).</param>
    /// <param name="brokers">Brokers of the cluster; more than one makes sense only where a group's coordinator is to move.</param>
    /// <exception cref="KafkaException">The loopback port could not be opened, or librdkafka refused its settings.</exception>
    /// <exception cref="DllNotFoundException">No build of the native librdkafka can be loaded here.</exception>
    public KafkaBroker(ILogger? logger = null, TimeSpan? rebalanceDelay = null, int brokers = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(brokers, 1);
        _brokers = brokers;
        _log = GCHandle.Alloc(logger ?? NullLogger.Instance);
        try
        {
            _client = NativeClient.Create(_log, [
                // The mock takes its limit for one request from the client it lives in: a statement of 5 MB must pass, compressed or not.
                ("receive.message.max.bytes", KafkaBrokerLimits.RequestBytes.ToString()),
            ]);
            _cluster = NativeMockCluster.New(_client, brokers);
            if (_cluster == 0)
                throw new KafkaException(new Error(ErrorCode.Local_Transport,
                    "The embedded Kafka could not open a port on 127.0.0.1. Is the loopback interface up, are file handles left?"));
            NativeMockCluster.SetController(_cluster, BrokerId); // without one, admin clients wait for a controller in vain
            var delay = rebalanceDelay ?? TimeSpan.FromMilliseconds(200);
            NativeMockCluster.SetGroupInitialRebalanceDelay(_cluster, (int)delay.TotalMilliseconds);
            BootstrapServers = Marshal.PtrToStringUTF8(NativeMockCluster.Bootstraps(_cluster))!;
            _deletion = new RecordDeletion(this);
        }
        catch
        {
            Free();
            throw;
        }
    }

    /// <summary><c>127.0.0.1:port</c>, of several brokers by comma.</summary>
    public string BootstrapServers { get; } = "";

    /// <summary>Makes a topic.</summary>
    /// <exception cref="KafkaException">It exists already.</exception>
    public void CreateTopic(string name, int partitions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(partitions, 1);
        Check(NativeMockCluster.CreateTopic(_cluster, name, partitions, replication: 1), $"create the topic {name}");
        _deletion?.Watch(name, partitions);
    }

    /// <summary>Fails the next requests of one type, in this order; <see cref="ErrorCode.Local_Transport"/> cuts the connection.</summary>
    public void PushRequestErrors(KafkaRequest request, params ReadOnlySpan<ErrorCode> errors)
    {
        var codes = new int[errors.Length];
        for (var i = 0; i < codes.Length; i++) codes[i] = (int)errors[i];
        NativeMockCluster.PushRequestErrors(_cluster, (short)request, (nuint)codes.Length, codes);
    }

    /// <summary>Forgets the errors pushed for one type of request.</summary>
    public void ClearRequestErrors(KafkaRequest request) => NativeMockCluster.ClearRequestErrors(_cluster, (short)request);

    /// <summary>Has <see cref="Requests"/> count from now on. Each request takes some memory till the broker is disposed.</summary>
    public void StartCounting() => NativeMockCluster.StartRequestTracking(_cluster);

    /// <summary>Requests of one type that came since <see cref="StartCounting"/>, from any client, those answered with an error among them.</summary>
    /// <param name="request">The type.</param>
    /// <param name="broker">Only those that came to this broker; null: to any.</param>
    public unsafe int Requests(KafkaRequest request, int? broker = null)
    {
        var all = NativeMockCluster.Requests(_cluster, out var count);
        if (all is null) return 0;
        var found = 0;
        for (nuint i = 0; i < count; i++)
        {
            var isCounted = NativeMockCluster.RequestKey(all[i]) == (short)request && (broker is null || NativeMockCluster.RequestBroker(all[i]) == broker);
            if (isCounted) found++;
        }
        NativeMockCluster.DestroyRequests(all, count);
        return found;
    }

    /// <summary>Cuts all connections and refuses new ones. Data and offsets stay.</summary>
    public void BrokerDown() => OnEach(broker => NativeMockCluster.SetDown(_cluster, broker), "take the broker down");

    /// <summary>Ends <see cref="BrokerDown"/>, on the same port.</summary>
    public void BrokerUp() => OnEach(broker => NativeMockCluster.SetUp(_cluster, broker), "bring the broker up");

    /// <summary>Delays every answer.</summary>
    public void SetRoundTrip(TimeSpan time) =>
        OnEach(broker => NativeMockCluster.SetRoundTrip(_cluster, broker, (int)time.TotalMilliseconds), "set the round trip time");

    /// <summary>Sends a group's clients to another broker for coordination; an id that no broker of the cluster has is unreachable.</summary>
    public void SetGroupCoordinator(string group, int broker) =>
        Check(NativeMockCluster.SetCoordinator(_cluster, "group", group, broker), $"set the coordinator of {group}");

    /// <summary>Reports an error in a topic's metadata; <see cref="ErrorCode.NoError"/> ends it.</summary>
    public void SetTopicError(string topic, ErrorCode error) => NativeMockCluster.SetTopicError(_cluster, topic, (int)error);

    /// <summary>Drops the records of a partition before an offset, as retention would.</summary>
    public void DeleteRecords(string topic, int partition, long before) =>
        Check(NativeMockCluster.DeleteRecords(_cluster, topic, partition, before), $"delete records of {topic}");

    /// <summary>Stops the broker and frees what it holds. May be called more than once.</summary>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0) Free();
    }

    private void Free()
    {
        _deletion?.Dispose();
        if (_cluster != 0) NativeMockCluster.Destroy(_cluster);
        if (_client != 0) NativeClient.Destroy(_client);
        _log.Free();
    }

    private void OnEach(Func<int, int> call, string what)
    {
        for (var broker = BrokerId; broker < BrokerId + _brokers; broker++) Check(call(broker), what);
    }

    private static void Check(int code, string what)
    {
        if (code != 0)
            throw new KafkaException(new Error((ErrorCode)code, $"The embedded Kafka could not {what}: {new Error((ErrorCode)code).Reason}"));
    }
}
