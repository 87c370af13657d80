namespace Engagement.Statements;

/// <summary>
/// Reads a message: one statement or an array of them, JSON in UTF-8. Gives each statement's verdict to a sink and never
/// throws for anything in the bytes. Keeps buffers between calls: one reader a thread.
/// </summary>
public sealed class StatementReader(Pseudonym pseudonym)
{
    /// <param name="message">The message's value.</param>
    /// <param name="brokerTimeMicros">When Kafka took it, Unix time in microseconds; stands in for a missing timestamp.</param>
    /// <param name="sink">Called once for each statement, in order.</param>
    public void Read(ReadOnlySpan<byte> message, long brokerTimeMicros, IStatementSink sink) =>
        throw new NotImplementedException(pseudonym.ToString());
}
