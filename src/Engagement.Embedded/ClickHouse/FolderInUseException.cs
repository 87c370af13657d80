namespace Engagement.Embedded.ClickHouse;

/// <summary>Another process works on the engine's folder; the message says what to do.</summary>
public sealed class FolderInUseException(string message, Exception inner) : Exception(message, inner);
