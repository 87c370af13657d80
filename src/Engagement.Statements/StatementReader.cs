using System.Text.Unicode;
using Engagement.Statements.Caliper;
using Engagement.Statements.Json;
using Engagement.Statements.Reading;

namespace Engagement.Statements;

/// <summary>
/// Reads a message: one statement or an array of them, JSON in UTF-8. Gives each statement's verdict to a sink and never
/// throws for anything in the bytes. Keeps buffers between calls: one reader a thread.
/// </summary>
/// <remarks>
/// Where an array breaks off, the elements before the break keep their verdicts, and the rest is refused as one. A sink's own
/// exceptions pass through.
/// </remarks>
/// <param name="pseudonym">May be shared by readers.</param>
/// <param name="options">Bounds and policies; the defaults where null.</param>
/// <exception cref="ArgumentException">The options have <see cref="ReadingOptions.Faults"/>.</exception>
public sealed class StatementReader(Pseudonym pseudonym, ReadingOptions? options = null)
{
    private static readonly Ignored UnusedEvent = new(IgnoreRules.UnusedEvent, "A valid event of Caliper of a type that tells nothing that is counted.");

    private readonly ReadingOptions _options = Sound(options ?? new ReadingOptions());
    private readonly Tokenizer _tokenizer =
        new((options ?? new ReadingOptions()).MaxDepth, (options ?? new ReadingOptions()).MaxStatementBytes);
    private readonly Scratch _scratch = new();
    private readonly StatementDraft _draft = new(pseudonym);

    /// <param name="message">The message's value.</param>
    /// <param name="brokerTimeMicros">When Kafka took it, Unix time in microseconds; stands in for a missing timestamp.</param>
    /// <param name="sink">Called once for each statement, in order.</param>
    public void Read(ReadOnlySpan<byte> message, long brokerTimeMicros, IStatementSink sink)
    {
        // Windows tools put a byte-order mark before files; JSON readers may pass over it.
        var position = message.StartsWith("\uFEFF"u8) ? 3 : 0;
        position = Tokenizer.SkipBlanks(message, position);
        if (position == message.Length)
        {
            sink.Reject(0, new Rejection(Rules.Empty, "$", "There is nothing but white space."), message);
            return;
        }

        // Checked once for all; only a message with a bad byte is looked at statement by statement.
        var isUtf8 = Utf8.IsValid(message);
        if (message[position] == '[') ReadArray(message, position, brokerTimeMicros, isUtf8, sink);
        else ReadSingle(message, position, brokerTimeMicros, isUtf8, sink);
    }

    private void ReadSingle(ReadOnlySpan<byte> message, int position, long brokerTimeMicros, bool isUtf8, IStatementSink sink)
    {
        var outcome = _tokenizer.Read(message, ref position);
        if (outcome == TokenizerOutcome.Malformed)
        {
            sink.Reject(0, isUtf8 ? Malformed("$", position, _tokenizer.Complaint) : NotUtf8("$"), message);
            return;
        }

        var end = Tokenizer.SkipBlanks(message, position);
        if (end < message.Length) sink.Reject(0, Malformed("$", end, "the message should end behind its statement"), message);
        else Judge(message, outcome, message, 0, "$", brokerTimeMicros, isUtf8, sink);
    }

    private void ReadArray(ReadOnlySpan<byte> message, int position, long brokerTimeMicros, bool isUtf8, IStatementSink sink)
    {
        position = Tokenizer.SkipBlanks(message, position + 1);
        if (position < message.Length && message[position] == ']')
        {
            var end = Tokenizer.SkipBlanks(message, position + 1);
            sink.Reject(0, end == message.Length ? new Rejection(Rules.Empty, "$", "The array holds no statement.") : Malformed("$", end, "the message should end behind its array"), message);
            return;
        }

        for (var index = 0; ; index++)
        {
            var start = Tokenizer.SkipBlanks(message, position);
            position = start;
            var outcome = _tokenizer.Read(message, ref position);
            var complaint = _tokenizer.Complaint;
            if (outcome != TokenizerOutcome.Malformed)
            {
                var element = message[start..position];
                Judge(message, outcome, element, index, root: null, brokerTimeMicros, isUtf8 || Utf8.IsValid(element), sink);
                position = Tokenizer.SkipBlanks(message, position);
                var last = position < message.Length && message[position] == ']';
                if (last) position = Tokenizer.SkipBlanks(message, position + 1);
                if (last && position == message.Length) return;
                if (!last && position < message.Length && message[position] == ',')
                {
                    position++;
                    continue;
                }

                start = position;
                complaint = last ? "the message should end behind its array" : "a comma or a closing bracket is expected";
                index++;
            }

            var rest = message[start..];
            sink.Reject(index, isUtf8 || Utf8.IsValid(rest) ? Malformed($"$[{index}]", position, complaint) : NotUtf8($"$[{index}]"), rest);
            return;
        }
    }

    private void Judge(
        ReadOnlySpan<byte> message, TokenizerOutcome outcome, ReadOnlySpan<byte> raw, int index, string? root, long brokerTimeMicros, bool isUtf8, IStatementSink sink)
    {
        if (!isUtf8)
        {
            sink.Reject(index, NotUtf8(root ?? $"$[{index}]"), raw);
            return;
        }

        if (outcome != TokenizerOutcome.Complete)
        {
            sink.Reject(index, OutOfBounds(outcome, root ?? $"$[{index}]"), raw);
            return;
        }

        _scratch.Clear();
        var draft = new Draft(message, _tokenizer.Tape, _scratch, _options);
        if (_draft.Fill(ref draft, _scratch, brokerTimeMicros))
        {
            if (draft.IsUnused) sink.Ignore(index, UnusedEvent);
            else sink.Accept(index, draft.Columns);
            return;
        }

        // Asked only of what is no statement.
        if (root is not null && CaliperEvent.Of(draft) is var envelope && envelope.IsEnvelope(draft))
        {
            var events = _tokenizer.Tape[envelope.Data];
            ReadArray(message[..(events.Start + events.Length)], events.Start, brokerTimeMicros, isUtf8, sink);
            return;
        }

        var fault = draft.Fault;
        var path = TokenPath.Of(draft, fault.Token, fault.Missing, root ?? $"$[{index}]");
        sink.Reject(index, new Rejection(fault.Rule, path, fault.Reason), raw);
    }

    private static ReadingOptions Sound(ReadingOptions options) =>
        options.Faults() is { Count: > 0 } faults ? throw new ArgumentException(string.Join(' ', faults), nameof(options)) : options;

    private Rejection OutOfBounds(TokenizerOutcome outcome, string root) => outcome == TokenizerOutcome.TooDeep
        ? new Rejection(Rules.Depth, root, $"Objects and arrays are nested more than {_options.MaxDepth} deep.")
        : new Rejection(Rules.Size, root, $"The statement has more than {_options.MaxStatementBytes} bytes.");

    private static Rejection Malformed(string root, int position, string complaint) =>
        new(Rules.Json, root, $"The bytes are not well-formed JSON: at byte {position} {complaint}.");

    private static Rejection NotUtf8(string root) =>
        new(Rules.Utf8, root, "The bytes are not UTF-8; emitters send JSON in UTF-8 only.");
}
