namespace Engagement.Kafka.Feeding;

/// <summary>
/// One message for the topic of learner events: bytes as found, well-formed or not. Where <see cref="Fault"/> is set there are
/// no bytes to send, only a reason to report.
/// </summary>
/// <param name="Key">The actor's identifier, or empty.</param>
/// <param name="Value">One statement, or whatever stood in its place; may be empty.</param>
/// <param name="Origin">Where it was found.</param>
/// <param name="Fault">Why it can't be sent, or null.</param>
/// <param name="IsTooLong">The fault is its length; any other is in how the stream ends.</param>
public readonly record struct FeedMessage(byte[] Key, byte[] Value, FeedOrigin Origin = default, string? Fault = null, bool IsTooLong = false);
