using Confluent.Kafka;
using Engagement.Embedded.Kafka;

namespace Engagement.Engines.Tests.Ingest.Faults;

/// <summary>Errors that Kafka answers single requests with, each of them some that a cluster in trouble really gives.</summary>
public class RequestErrorTests
{
    public static TheoryData<KafkaRequest, ErrorCode[]> Errors => new()
    {
        { KafkaRequest.Metadata, [ErrorCode.LeaderNotAvailable, ErrorCode.RequestTimedOut, ErrorCode.Local_Transport] },
        { KafkaRequest.Fetch, [ErrorCode.NotLeaderForPartition, ErrorCode.UnknownTopicOrPart, ErrorCode.RequestTimedOut, ErrorCode.Local_Transport] },
        { KafkaRequest.ListOffsets, [ErrorCode.NotLeaderForPartition, ErrorCode.RequestTimedOut, ErrorCode.Local_Transport] },
        { KafkaRequest.Produce, [ErrorCode.NotLeaderForPartition, ErrorCode.NotEnoughReplicas, ErrorCode.RequestTimedOut] },
        { KafkaRequest.FindCoordinator, [ErrorCode.GroupCoordinatorNotAvailable, ErrorCode.GroupLoadInProgress, ErrorCode.Local_Transport] },
        { KafkaRequest.JoinGroup, [ErrorCode.NotCoordinatorForGroup, ErrorCode.UnknownMemberId, ErrorCode.GroupLoadInProgress, ErrorCode.Local_Transport] },
        { KafkaRequest.SyncGroup, [ErrorCode.RebalanceInProgress, ErrorCode.NotCoordinatorForGroup, ErrorCode.UnknownMemberId, ErrorCode.Local_Transport] },
        { KafkaRequest.OffsetFetch, [ErrorCode.GroupLoadInProgress, ErrorCode.NotCoordinatorForGroup, ErrorCode.Local_Transport] },
        { KafkaRequest.Heartbeat, [ErrorCode.NotCoordinatorForGroup, ErrorCode.RebalanceInProgress, ErrorCode.IllegalGeneration, ErrorCode.UnknownMemberId, ErrorCode.Local_Transport] },
        { KafkaRequest.OffsetCommit, [ErrorCode.GroupLoadInProgress, ErrorCode.NotCoordinatorForGroup, ErrorCode.RebalanceInProgress, ErrorCode.IllegalGeneration, ErrorCode.UnknownMemberId, ErrorCode.Local_Transport] },
    };

    // Asked for on the way to the first message.
    private static readonly HashSet<KafkaRequest> Joining =
    [
        KafkaRequest.Metadata, KafkaRequest.ListOffsets, KafkaRequest.FindCoordinator, KafkaRequest.JoinGroup, KafkaRequest.SyncGroup, KafkaRequest.OffsetFetch,
    ];

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Errors_of_a_request_change_no_number(KafkaRequest request, ErrorCode[] errors)
    {
        await using var trial = await Trial.NewAsync();
        await Of(request, errors).AssertOutlastedAsync(trial);
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task A_stop_among_them_neither(KafkaRequest request, ErrorCode[] errors)
    {
        await using var trial = await Trial.NewAsync();
        await Of(request, errors).AssertStoppedInTheMiddleAsync(trial);
    }

    private static Fault Of(KafkaRequest request, ErrorCode[] errors) => new(
        trial =>
        {
            trial.Broker.StartCounting();
            trial.Broker.PushRequestErrors(request, errors);
        },
        // Each request that comes takes one of them.
        (trial, _) => trial.Rig.UntilAsync(() => trial.Broker.Requests(request) >= errors.Length, $"{errors.Length} requests of {request}"),
        trial => trial.Broker.ClearRequestErrors(request))
    {
        IsThereFromTheStart = Joining.Contains(request),
    };
}
