namespace Engagement.Kafka.Feeding;

/// <summary>What became of a feed: every message was either acknowledged or is a fault.</summary>
/// <param name="Acknowledged">Messages stored by the broker.</param>
/// <param name="FaultCount">Messages that did not reach the topic.</param>
/// <param name="Faults">The first of those, at most <see cref="ListedFaults"/>.</param>
public sealed record FeedResult(long Acknowledged, long FaultCount, IReadOnlyList<FeedFault> Faults)
{
    public const int ListedFaults = 100;
}
