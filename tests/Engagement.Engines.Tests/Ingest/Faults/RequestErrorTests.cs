using Confluent.Kafka;
using Engagement.Embedded.Kafka;

namespace Engagement.Engines.Tests.Ingest.Faults;

/// <summary>Errors that Kafka answers single requests with, each of them some that a cluster in trouble really gives.</summary>
public class RequestErrorTests
{
    private static readonly Dictionary<KafkaRequest, ErrorCode[]> Errors = new()
    {
        [KafkaRequest.Metadata] = [ErrorCode.LeaderNotAvailable, ErrorCode.RequestTimedOut, ErrorCode.Local_Transport],
        [KafkaRequest.Fetch] = [ErrorCode.NotLeaderForPartition, ErrorCode.UnknownTopicOrPart, ErrorCode.RequestTimedOut, ErrorCode.Local_Transport],
        [KafkaRequest.ListOffsets] = [ErrorCode.NotLeaderForPartition, ErrorCode.RequestTimedOut, ErrorCode.Local_Transport],
        [KafkaRequest.Produce] = [ErrorCode.NotLeaderForPartition, ErrorCode.NotEnoughReplicas, ErrorCode.RequestTimedOut],
        [KafkaRequest.FindCoordinator] = [ErrorCode.GroupCoordinatorNotAvailable, ErrorCode.GroupLoadInProgress, ErrorCode.Local_Transport],
        [KafkaRequest.JoinGroup] = [ErrorCode.NotCoordinatorForGroup, ErrorCode.UnknownMemberId, ErrorCode.GroupLoadInProgress, ErrorCode.Local_Transport],
        [KafkaRequest.SyncGroup] = [ErrorCode.RebalanceInProgress, ErrorCode.NotCoordinatorForGroup, ErrorCode.UnknownMemberId, ErrorCode.Local_Transport],
        [KafkaRequest.OffsetFetch] = [ErrorCode.GroupLoadInProgress, ErrorCode.NotCoordinatorForGroup, ErrorCode.Local_Transport],
        [KafkaRequest.Heartbeat] =
            [ErrorCode.NotCoordinatorForGroup, ErrorCode.RebalanceInProgress, ErrorCode.IllegalGeneration, ErrorCode.UnknownMemberId, ErrorCode.Local_Transport],
        [KafkaRequest.OffsetCommit] =
            [ErrorCode.GroupLoadInProgress, ErrorCode.NotCoordinatorForGroup, ErrorCode.RebalanceInProgress, ErrorCode.IllegalGeneration, ErrorCode.UnknownMemberId, ErrorCode.Local_Transport],
    };

    // Asked for on the way to the first message. The others are asked for again and again.
    private static readonly KafkaRequest[] Joining =
    [
        KafkaRequest.Metadata, KafkaRequest.ListOffsets, KafkaRequest.FindCoordinator, KafkaRequest.JoinGroup, KafkaRequest.SyncGroup, KafkaRequest.OffsetFetch,
    ];

    public static TheoryData<KafkaRequest> Requests => [.. Errors.Keys];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Errors_of_a_request_change_no_number(KafkaRequest request)
    {
        await using var trial = await Trial.NewAsync();
        await Of([request]).AssertOutlastedAsync(trial);
    }

    [Fact]
    public async Task A_stop_while_the_group_can_hardly_be_joined_neither()
    {
        await using var trial = await Trial.NewAsync();
        await Of(Joining).AssertStoppedInTheMiddleAsync(trial);
    }

    // Of two requests together, one may be told of another coordinator just after the other made its member join again. librdkafka then drops that
    // connection, joins by a new one, and its mock cluster, which does not look at a connection while a join waits, ends the process by an assertion
    // ("!member->resp"). The tests of single requests have that error.
    [Fact]
    public async Task A_stop_while_statements_hardly_flow_neither()
    {
        await using var trial = await Trial.NewAsync();
        await Of([.. Errors.Keys.Except(Joining)], except: ErrorCode.NotCoordinatorForGroup).AssertStoppedInTheMiddleAsync(trial);
    }

    private static Fault Of(KafkaRequest[] requests, ErrorCode except = ErrorCode.NoError) => new(
        trial =>
        {
            trial.Broker.StartCounting();
            foreach (var request in requests) trial.Broker.PushRequestErrors(request, [.. Errors[request].Where(error => error != except)]);
        },
        async (trial, _) =>
        {
            // Each request that comes takes one of them.
            foreach (var request in requests)
                await trial.Rig.UntilAsync(() => trial.Broker.Requests(request) >= Errors[request].Count(error => error != except), $"the errors of {request} to be met");
        },
        trial =>
        {
            foreach (var request in requests) trial.Broker.ClearRequestErrors(request);
        })
    {
        IsThereFromTheStart = requests.Any(Joining.Contains),
    };
}
