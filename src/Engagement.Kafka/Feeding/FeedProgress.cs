namespace Engagement.Kafka.Feeding;

/// <summary>Where a feed stands, in messages.</summary>
/// <param name="State">What it is doing.</param>
/// <param name="Sent">Handed to the client.</param>
/// <param name="Acknowledged">Stored by the broker.</param>
/// <param name="Consumed">Stored and passed by the group's committed offsets.</param>
/// <param name="Faults">Not sendable.</param>
public readonly record struct FeedProgress(FeedState State, long Sent, long Acknowledged, long Consumed, long Faults);
