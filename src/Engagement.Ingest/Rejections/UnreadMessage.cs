using Engagement.Kafka.Feeding;
using Engagement.Statements;

namespace Engagement.Ingest.Rejections;

/// <summary>The verdict on a message that a file did not give whole, so that no reader sees it.</summary>
public static class UnreadMessage
{
    /// <returns>Null where the message can be read.</returns>
    public static Rejection? Of(in FeedMessage message) => message.Fault is { } fault
        ? new Rejection(message.IsTooLong ? Rules.Size : Rules.Json, "$", $"Not read: {fault}.")
        : null;
}
