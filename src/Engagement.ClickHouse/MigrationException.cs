namespace Engagement.ClickHouse;

/// <summary>A database can't be brought to this build's schema; the message says what to do.</summary>
public sealed class MigrationException(string message) : Exception(message);
