using System.Diagnostics;
using Confluent.Kafka;
using Engagement.Embedded.Kafka;

namespace Engagement.Engines.Tests.Ingest.Faults;

/// <summary>Whatever Kafka does to a worker, the statements and the numbers are those of an undisturbed run.</summary>
public class BrokerFaultTests
{
    private static readonly Dictionary<string, Fault> Faults = new()
    {
        ["down"] = new(
            trial => trial.Broker.BrokerDown(),
            (trial, _) => trial.Rig.UntilAsync(() => trial.Rig.Said("No Kafka broker answers"), "the loss of the broker"),
            trial => trial.Broker.BrokerUp()),
        ["slow"] = new(
            trial => trial.Broker.SetRoundTrip(TimeSpan.FromMilliseconds(400)),
            async (trial, _) =>
            {
                var asked = Stopwatch.GetTimestamp();
                trial.Rig.Committed();
                Assert.True(Stopwatch.GetElapsedTime(asked) > TimeSpan.FromMilliseconds(400), "The broker is not slow.");
                await trial.UntilStoredAsync(0.5);
            },
            trial => trial.Broker.SetRoundTrip(TimeSpan.Zero)),
        ["coordinator moves"] = new(
            trial =>
            {
                trial.Broker.StartCounting();
                trial.Broker.SetGroupCoordinator(Trial.Group, 2);
            },
            (trial, _) => trial.Rig.UntilAsync(() => trial.Broker.Requests(KafkaRequest.Heartbeat, broker: 2) > 0, "a heartbeat at the new coordinator"),
            trial => trial.Broker.SetGroupCoordinator(Trial.Group, 3)),
        ["dead letters refused"] = new(
            trial => trial.Broker.SetTopicError(Trial.Topic + ".rejected", ErrorCode.TopicAuthorizationFailed),
            (trial, worker) => trial.Rig.UntilAsync(() => worker.Status.Failing.ContainsKey(Trial.Topic + ".rejected"), "the refusal"),
            trial => trial.Broker.SetTopicError(Trial.Topic + ".rejected", ErrorCode.NoError))
        {
            IsThereFromTheStart = true,
        },
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_of_the_broker_changes_no_number(string name)
    {
        await using var trial = await Trial.NewAsync();
        await Faults[name].AssertOutlastedAsync(trial);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_stop_in_the_middle_of_it_neither(string name)
    {
        await using var trial = await Trial.NewAsync();
        await Faults[name].AssertStoppedInTheMiddleAsync(trial);
    }

    [Fact]
    public async Task A_stop_while_no_broker_answers_waits_for_none()
    {
        await using var trial = await Trial.NewAsync();
        trial.Rig.Options.SessionTimeout = TimeSpan.FromSeconds(45); // the default, which librdkafka would wait for a coordinator
        trial.Rig.Options.CommitInterval = TimeSpan.FromSeconds(60); // so that there is something left to commit
        await trial.FeedAsync(1);
        var worker = trial.StartWorker();
        await trial.Rig.UntilAsync(() => worker.Status.Messages == SampleCourse.Messages.Count, "everything to be durable");
        trial.Broker.BrokerDown();
        await trial.Rig.UntilAsync(() => trial.Rig.Said("No Kafka broker answers"), "the loss of the broker");
        await worker.StopAsync().WaitAsync(trial.StopDeadline);
    }
}
