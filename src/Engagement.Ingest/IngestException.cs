namespace Engagement.Ingest;

/// <summary>Ingest can't go on, and a person has to act. The message says what happened, why, and what to do.</summary>
public sealed class IngestException(string message, Exception? inner = null) : Exception(message, inner);
