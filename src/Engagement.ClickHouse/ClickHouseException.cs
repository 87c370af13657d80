namespace Engagement.ClickHouse;

/// <summary>ClickHouse answered with an error.</summary>
/// <param name="code">ClickHouse's own code, e.g. 60 for an unknown table; -1 where none could be read.</param>
/// <param name="message">As ClickHouse words it.</param>
public sealed class ClickHouseException(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
