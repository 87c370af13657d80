namespace Engagement.Statements;

/// <summary>Takes the verdicts of a <see cref="StatementReader"/>, one call for each statement of a message, in order.</summary>
public interface IStatementSink
{
    /// <param name="index">Place in the message's array; 0 where the message is a single statement.</param>
    /// <param name="statement">Valid only during the call.</param>
    void Accept(int index, in Statement statement);

    /// <param name="index">As for <see cref="Accept"/>.</param>
    /// <param name="rejection">Which rule, where and why; free of the statement's own text.</param>
    /// <param name="raw">The statement's bytes (the whole message where its array could not be read apart).</param>
    void Reject(int index, Rejection rejection, ReadOnlySpan<byte> raw);

    /// <param name="index">As for <see cref="Accept"/>.</param>
    /// <param name="ignored">Why it is passed over though nothing is wrong with it.</param>
    void Ignore(int index, Ignored ignored);
}
