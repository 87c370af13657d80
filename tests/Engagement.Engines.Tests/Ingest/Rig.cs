using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using Confluent.Kafka;
using Engagement.ClickHouse;
using Engagement.Embedded.Kafka;
using Engagement.Engines.Tests.Engines;
using Engagement.Ingest;
using Engagement.Kafka;
using Engagement.People.Identity;
using Engagement.Statements;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Engagement.Engines.Tests.Ingest;

/// <summary>A topic, a group and a database of a test's own, and workers between them.</summary>
internal sealed class Rig : IAsyncDisposable
{
    private const int Partitions = 4;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly RecentLines _lines = new();
    private readonly LoggerFactory _logs;
    private readonly List<Worker> _workers = [];
    private bool _ownsDatabase;

    private Rig() => _logs = new LoggerFactory([_lines], new LoggerFilterOptions { MinLevel = LogLevel.Debug });

    public required string Topic { get; init; }
    public required ClickHouseClient Database { get; init; }
    public required KafkaOptions Kafka { get; init; }

    public ReadingOptions Reading { get; set; } = new();

    /// <summary>The clock of workers that are started from now on.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    public IngestOptions Options { get; } = new()
    {
        BatchAge = TimeSpan.FromMilliseconds(50),
        CommitInterval = TimeSpan.FromMilliseconds(100),
        RetryFirst = TimeSpan.FromMilliseconds(5),
        RetryCap = TimeSpan.FromMilliseconds(100),
        DrainTimeout = TimeSpan.FromSeconds(10),
        SessionTimeout = TimeSpan.FromSeconds(3),
    };

    public static async Task<Rig> NewAsync(KafkaEngine kafka, int partitions = Partitions)
    {
        var topic = kafka.NewTopic(partitions);
        var rig = Of(kafka.BootstrapServers, topic, kafka.NewGroup(), await ClickHouseEngine.NewDatabaseAsync());
        rig._ownsDatabase = true;
        return rig;
    }

    public static Rig Of(string bootstrapServers, string topic, string group, ClickHouseClient database) => new()
    {
        Topic = topic,
        Database = database,
        Kafka = new KafkaOptions
        {
            BootstrapServers = bootstrapServers, GroupId = group, LearnerEvents = topic, CourseOutlines = topic + ".outlines",
            Enrolments = topic + ".enrolments",
        },
    };

    public Worker Start(ClickHouseClient? clickHouse = null)
    {
        var status = new IngestStatus(TimeProvider.System);
        var worker = new IngestWorker(Kafka, Options, Reading, clickHouse ?? Database, new Pseudonym(new byte[32]),
            new IdentityKey(new byte[32]), Time, status, _services.GetRequiredService<IMeterFactory>(), _logs);
        var running = new Worker(worker);
        _workers.Add(running);
        return running;
    }

    public async Task ProduceAsync(IEnumerable<byte[]?> values, int? partition = null)
    {
        using var producer = new ProducerBuilder<byte[]?, byte[]?>(new ProducerConfig
        {
            BootstrapServers = Kafka.BootstrapServers, MessageMaxBytes = 64 << 20, LingerMs = 5, EnableIdempotence = true,
            CompressionType = CompressionType.Lz4, // the embedded broker keeps 5 MiB a partition, as compressed
        }).Build();
        var to = new TopicPartition(Topic, partition ?? Partition.Any);
        await Task.WhenAll(values.Select((value, i) =>
            producer.ProduceAsync(to, new Message<byte[]?, byte[]?> { Key = Encoding.UTF8.GetBytes($"learner-{i % 50}"), Value = value })).ToArray());
    }

    public async Task<long> CountAsync(string what, string from) =>
        long.Parse((await Database.ScalarAsync($"SELECT {what} FROM {from}"))!);

    public Task<long> StatementsAsync() => CountAsync("uniqExact(statement_id)", "statements");

    public Task UntilStatementsAsync(long count) => UntilAsync(async () => await StatementsAsync() >= count, $"{count} statements");

    public Task UntilAsync(Func<bool> condition, string what) => UntilAsync(() => Task.FromResult(condition()), what);

    /// <summary>Waits for a condition; a worker that ended by itself fails at once.</summary>
    public async Task UntilAsync(Func<Task<bool>> condition, string what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            foreach (var worker in _workers.Where(w => w.HasFailedByItself)) await worker.Task;
            if (Stopwatch.GetElapsedTime(started) > Deadline)
                throw new TimeoutException($"Waited {Deadline.TotalSeconds} s for {what}; there are {await StatementsAsync()} statements. The workers said:\n{_lines}");
            await Task.Delay(25);
        }
    }

    /// <summary>Whether a worker has said something with this text in it.</summary>
    public bool Said(string text) => _lines.Contain(text);

    /// <summary>All dead letters so far, in the order of their partitions and offsets.</summary>
    public List<ConsumeResult<byte[], byte[]>> DeadLetters()
    {
        using var consumer = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig
        {
            BootstrapServers = Kafka.BootstrapServers, GroupId = Kafka.GroupId + "-letters", EnablePartitionEof = true,
        }).Build();
        consumer.Assign(Enumerable.Range(0, Partitions).Select(p => new TopicPartitionOffset(Topic + ".rejected", p, Offset.Beginning)));
        var letters = new List<ConsumeResult<byte[], byte[]>>();
        var open = Partitions;
        var started = Stopwatch.GetTimestamp();
        while (open > 0)
        {
            if (Stopwatch.GetElapsedTime(started) > Deadline) throw new TimeoutException($"The dead letters of {open} partitions could not be read");
            if (consumer.Consume(TimeSpan.FromMilliseconds(200)) is not { } read) continue;
            if (read.IsPartitionEOF) open--;
            else letters.Add(read);
        }
        return [.. letters.OrderBy(l => l.Partition.Value).ThenBy(l => l.Offset.Value)];
    }

    /// <summary>Where each partition of the dead-letter topic ends.</summary>
    public List<long> LettersEnd()
    {
        using var consumer = new ConsumerBuilder<Ignore, Ignore>(new ConsumerConfig
        {
            BootstrapServers = Kafka.BootstrapServers, GroupId = Kafka.GroupId,
        }).Build();
        return [.. Enumerable.Range(0, 4).Select(p => consumer.QueryWatermarkOffsets(new TopicPartition(Topic + ".rejected", p), TimeSpan.FromSeconds(10)).High.Value)];
    }

    /// <summary>Sum over partitions of the group's committed offsets.</summary>
    public long Committed()
    {
        using var consumer = new ConsumerBuilder<Ignore, Ignore>(new ConsumerConfig
        {
            BootstrapServers = Kafka.BootstrapServers, GroupId = Kafka.GroupId,
        }).Build();
        var partitions = Enumerable.Range(0, Partitions).Select(p => new TopicPartition(Topic, p));
        return consumer.Committed(partitions, TimeSpan.FromSeconds(10)).Sum(o => Math.Max(0, o.Offset.Value));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers) await worker.DisposeAsync();
        await _services.DisposeAsync();
        _logs.Dispose();
        if (_ownsDatabase) Database.Dispose();
    }
}
