using Engagement.Ingest.Reading;
using Engagement.Statements;

namespace Engagement.Ingest.Rejections;

/// <summary>Says of a message what ingest would say now. Not thread-safe.</summary>
/// <param name="options">The worker's.</param>
/// <param name="maxMessageBytes">The worker's.</param>
/// <param name="time">Stands in for the broker's.</param>
public sealed class Judge(ReadingOptions options, int maxMessageBytes, TimeProvider time) : IStatementSink
{
    // Nothing that is shown depends on it: verdicts name no learner.
    private readonly StatementReader _reader = new(new Pseudonym("verdicts name no learner"u8.ToArray()), options);
    private Rejection? _first;
    private bool _hasAccepted;

    /// <returns>The first rejection, if any; and whether anything would be stored.</returns>
    public (Rejection? Refused, bool IsTaken) Read(ReadOnlySpan<byte> message)
    {
        if (message.Length > maxMessageBytes) return (new Rejection(IngestRules.MessageSize, "$", "The message is longer than Ingest:MaxMessageBytes."), false);
        _first = null;
        _hasAccepted = false;
        _reader.Read(message, time.GetUtcNow().ToUnixTimeMilliseconds() * 1000, this);
        return (_first, _hasAccepted);
    }

    void IStatementSink.Accept(int index, in Statement statement) => _hasAccepted = true;

    void IStatementSink.Reject(int index, Rejection rejection, ReadOnlySpan<byte> raw) => _first ??= rejection;

    void IStatementSink.Ignore(int index, Ignored ignored)
    {
    }
}
