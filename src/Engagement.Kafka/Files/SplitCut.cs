namespace Engagement.Kafka.Files;

/// <summary>One message cut from a stream.</summary>
/// <param name="Number">Line or element in the stream, from 1.</param>
/// <param name="Value">Its bytes; empty where <paramref name="Fault"/> is set.</param>
/// <param name="Fault">Why there are no bytes, or null.</param>
/// <param name="IsTooLong">The fault is its length.</param>
internal readonly record struct SplitCut(long Number, byte[] Value, string? Fault, bool IsTooLong = false);
