namespace Engagement.Kafka.Feeding;

/// <summary>What a feed is doing.</summary>
public enum FeedState
{
    Sending,

    /// <summary>The embedded broker holds as much as it can keep; the group must commit before more is sent.</summary>
    WaitingForWorker,

    /// <summary>The broker doesn't answer; nothing is lost, sending goes on when it is back.</summary>
    WaitingForKafka,

    /// <summary>All is sent; the group has not committed all of it.</summary>
    WaitingForTheRest,

    Done,
}
