namespace Engagement.Kafka.Files;

/// <summary>A statement file that can't be read at all; the message says which, why, and what to do.</summary>
public sealed class StatementFileException(string message, Exception? inner = null) : Exception(message, inner);
