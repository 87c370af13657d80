namespace Engagement.Simulator;

/// <summary>One statement as a course platform would send it.</summary>
/// <param name="Time">Its timestamp.</param>
/// <param name="Utf8">JSON, xAPI 1.0.3; an array of its own, the caller may keep it.</param>
/// <param name="Key">Key of the Kafka message: the actor's identifier, a mail address only as its SHA-1.</param>
public readonly record struct SimulatedStatement(DateTimeOffset Time, ReadOnlyMemory<byte> Utf8, string Key);
