namespace Engagement.Kafka.Feeding;

/// <summary>A message that did not reach the topic, and why.</summary>
public readonly record struct FeedFault(FeedOrigin Origin, string Reason)
{
    public override string ToString() => $"{Origin}: {Reason}";
}
