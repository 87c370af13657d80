namespace Engagement.Embedded.ClickHouse;

/// <summary>The embedded ClickHouse can't start, for a reason a person can do something about; the message says what.</summary>
public sealed class ClickHouseServerException(string message, Exception? cause = null) : Exception(message, cause);
