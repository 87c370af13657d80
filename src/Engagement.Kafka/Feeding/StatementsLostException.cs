namespace Engagement.Kafka.Feeding;

/// <summary>The broker dropped messages that the group had not yet committed.</summary>
public sealed class StatementsLostException(string message) : Exception(message);
