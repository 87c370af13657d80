using Confluent.Kafka;
using Engagement.ClickHouse;
using Engagement.Embedded.Kafka;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Ingest.Faults;

/// <summary>
/// One run of the sample course through brokers and a database of its own, to be disturbed. The topics come into being when they
/// are first written to, so that nobody but the workers asks the brokers for anything.
/// </summary>
internal sealed class Trial : IAsyncDisposable
{
    public const string Topic = "events";
    public const string Group = "group";

    private static readonly Lazy<Task<Outcome>> UndisturbedOnce = new(RunUndisturbedAsync);

    private readonly IProducer<byte[], byte[]> _producer;
    private bool _ownsDatabase;
    private int _fed;

    private Trial(KafkaBroker broker, FaultyClickHouse clickHouse, Rig rig)
    {
        (Broker, ClickHouse, Rig) = (broker, clickHouse, rig);
        _producer = new ProducerBuilder<byte[], byte[]>(new ProducerConfig
        {
            BootstrapServers = broker.BootstrapServers, EnableIdempotence = true, LingerMs = 5, ReconnectBackoffMaxMs = 200,
        }).SetLogHandler((_, _) => { }).Build();
    }

    public KafkaBroker Broker { get; }

    /// <summary>What the workers write to, in front of the engine.</summary>
    public FaultyClickHouse ClickHouse { get; }

    public Rig Rig { get; }

    /// <summary>Above this, a stop has not kept what <c>DrainTimeout</c> promises, even on a machine that has much else to do.</summary>
    public TimeSpan StopDeadline => Rig.Options.DrainTimeout + TimeSpan.FromSeconds(6);

    /// <summary>What is left behind where nothing happens. Computed once.</summary>
    public static Task<Outcome> UndisturbedAsync() => UndisturbedOnce.Value;

    /// <param name="engine">The engine; null: a database of its own on the one of this process.</param>
    public static async Task<Trial> NewAsync(ClickHouseClient? engine = null)
    {
        var database = engine ?? await ClickHouseEngine.NewDatabaseAsync();
        var broker = new KafkaBroker(rebalanceDelay: TimeSpan.FromMilliseconds(50), brokers: 3);
        broker.SetGroupCoordinator(Group, 1);
        var rig = Rig.Of(broker.BootstrapServers, Topic, Group, database);
        broker.SetGroupCoordinator(rig.Kafka.OutlinesGroup, 3);
        broker.SetGroupCoordinator(rig.Kafka.EnrolmentsGroup, 3);
        rig.Options.BatchRows = 200; // some dozens of batches
        rig.Options.SessionTimeout = TimeSpan.FromSeconds(2);
        rig.Options.DrainTimeout = TimeSpan.FromSeconds(2);
        var trial = new Trial(broker, await FaultyClickHouse.BeforeAsync(database, insertTimeout: TimeSpan.FromSeconds(1)), rig) { _ownsDatabase = engine is null };
        await trial._producer.ProduceAsync(rig.Kafka.CourseOutlines, new Message<byte[], byte[]>
        {
            Key = System.Text.Encoding.UTF8.GetBytes(SampleCourse.Simulation.Course.Id), Value = SampleCourse.Simulation.Outline.ToArray(),
        }).InTime();
        return trial;
    }

    public Worker StartWorker() => Rig.Start(ClickHouse.Client);

    /// <summary>Sends the messages up to this share of all. One call at a time.</summary>
    public async Task FeedAsync(double upTo)
    {
        var messages = SampleCourse.Messages;
        var next = (int)(messages.Count * upTo);
        await Task.WhenAll(messages.Skip(_fed).Take(next - _fed)
            .Select(m => _producer.ProduceAsync(Topic, new Message<byte[], byte[]> { Key = m.Key, Value = m.Value })).ToArray()).InTime();
        _fed = next;
    }

    /// <summary>Waits until this share of all statements is stored.</summary>
    public Task UntilStoredAsync(double share) => Rig.UntilStatementsAsync((long)(SampleCourse.Simulation.Truth.Statements * share));

    /// <summary>Waits until every offset that was fed is committed, which is after everything is durable.</summary>
    public Task UntilCommittedAsync() => Rig.UntilAsync(() => Rig.Committed() == _fed, "every offset to be committed");

    /// <summary>Waits until there is nothing more to do for a worker.</summary>
    public async Task UntilAllDoneAsync()
    {
        Assert.Equal(SampleCourse.Messages.Count, _fed);
        await UntilCommittedAsync();
        await Rig.UntilAsync(() => Rig.Said("Outline of"), "the outline");
    }

    /// <summary>Compares what there is now with the undisturbed run.</summary>
    public async Task AssertAsUndisturbedAsync() => (await Outcome.OfAsync(Rig.Database, Rig)).AssertIs(await UndisturbedAsync());

    public async ValueTask DisposeAsync()
    {
        ClickHouse.Always = null;
        ClickHouse.Release();
        await Rig.DisposeAsync();
        _producer.Dispose();
        await ClickHouse.DisposeAsync();
        Broker.Dispose();
        if (_ownsDatabase) Rig.Database.Dispose();
    }

    private static async Task<Outcome> RunUndisturbedAsync()
    {
        await using var trial = await NewAsync();
        var worker = trial.StartWorker();
        await trial.FeedAsync(1);
        await trial.UntilAllDoneAsync();
        await worker.StopAsync();
        var outcome = await Outcome.OfAsync(trial.Rig.Database, trial.Rig);
        Assert.Equal(SampleCourse.Simulation.Truth.Statements, outcome.Statements.Count);
        Assert.Equal(SampleCourse.Messages.Count - outcome.Statements.Count, outcome.Rejected.Count);
        Assert.Equal(outcome.Rejected.Count, outcome.Letters.Count);
        Assert.Equal(SampleCourse.Simulation.Truth.Learners.Sum(l => l.Sections.Count), outcome.Sections.Count);
        Assert.NotEmpty(outcome.Visits);
        Assert.Empty(outcome.Conflicts); // so that a message delivered again would show if it were taken for one
        return outcome;
    }
}
