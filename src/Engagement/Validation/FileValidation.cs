using Engagement.Ingest.Rejections;
using Engagement.Kafka.Feeding;
using Engagement.Statements;

namespace Engagement.Validation;

/// <summary>Judges the messages of statement files as ingest would, and shows each verdict. No engine is asked.</summary>
internal sealed class FileValidation(ReadingOptions options, IVerdictWriter writer, TimeProvider time) : IStatementSink
{
    // Nothing that is shown depends on it: verdicts name no learner.
    private static readonly Pseudonym Nobody = new("verdicts name no learner"u8.ToArray());

    private readonly StatementReader _reader = new(Nobody, options);
    private FeedOrigin _origin;

    public VerdictCounts Counts { get; } = new();

    public async Task RunAsync(IAsyncEnumerable<FeedMessage> messages, CancellationToken cancel)
    {
        await foreach (var message in messages.WithCancellation(cancel))
        {
            _origin = message.Origin;
            if (UnreadMessage.Of(message) is { } unread) Refuse(unread, 0);
            else _reader.Read(message.Value, time.GetUtcNow().ToUnixTimeMilliseconds() * 1000, this);
        }
        writer.Finish(Counts);
    }

    void IStatementSink.Accept(int index, in Statement statement) => Show(new FileVerdict(_origin.Source, _origin.Number, index, Verdict.Accepted));

    void IStatementSink.Reject(int index, Rejection rejection, ReadOnlySpan<byte> raw) => Refuse(rejection, index);

    void IStatementSink.Ignore(int index, Ignored ignored) =>
        Show(new FileVerdict(_origin.Source, _origin.Number, index, Verdict.Ignored, ignored.Rule, Reason: ignored.Reason));

    private void Refuse(in Rejection rejection, int index) =>
        Show(new FileVerdict(_origin.Source, _origin.Number, index, Verdict.Rejected, rejection.Rule, rejection.Path, rejection.Reason));

    private void Show(in FileVerdict verdict)
    {
        Counts.Add(verdict);
        writer.Write(verdict);
    }
}
