using System.Text;
using Engagement.ClickHouse;
using Engagement.Statements;

namespace Engagement.Ingest.Reading;

/// <summary>Turns the messages of a chunk into rows and rejections. One a thread.</summary>
internal sealed class ChunkReader(StatementReader reader, ErasedLearners erased, string topic, int maxMessageBytes) : IStatementSink
{
    private readonly byte[] _topic = Encoding.UTF8.GetBytes(topic);

    private static readonly Ignored Tombstone = new(IngestRules.Tombstone, "The message has no value.");
    private static readonly Ignored Erased = new(IngestRules.Erased, "The learner was erased.");

    private Chunk _chunk = null!;
    private MessageBytes _bytes = null!;
    private Message _message;
    private int _verdicts;

    // Of the run.
    private int _rejectedAtEnd;

    /// <summary>Fills the chunk's rows, runs, rejections and learners.</summary>
    public void Read(Chunk chunk)
    {
        _chunk = chunk;
        _bytes = chunk.Bytes!;
        var messages = chunk.Messages;
        for (int first = 0, next; first < messages.Count; first = next)
        {
            next = first + 1;
            while (next < messages.Count && messages[next].Partition == messages[first].Partition) next++;
            ReadRun(messages, first, next);
        }
    }

    private void ReadRun(List<Message> messages, int first, int next)
    {
        var rows = _chunk.Places.Count;
        var rejected = _chunk.Rejected.Count;
        var ignored = _chunk.Ignored.Count;
        _rejectedAtEnd = 0;
        for (var i = first; i < next; i++) ReadMessage(messages[i]);
        _chunk.Runs.Add(new Run(messages[first].Partition, _message.Offset, next - first,
            rows.._chunk.Places.Count, rejected.._chunk.Rejected.Count, ignored.._chunk.Ignored.Count, _rejectedAtEnd));
    }

    private void ReadMessage(in Message message)
    {
        _message = message;
        _verdicts = 0;
        var value = _bytes[message.Value];
        if (message.Value.IsNull) Ignore(0, Tombstone);
        else if (value.Length > maxMessageBytes)
            Reject(0, new Rejection(IngestRules.MessageSize, "$", $"The message has {value.Length} bytes; at most {maxMessageBytes} are read."), value);
        else
            reader.Read(value, message.BrokerMicros, this);
        if (_verdicts == 0)
            throw new InvalidOperationException($"The reader gave no verdict on {topic}/{message.Partition.Partition} offset {message.Offset}");
    }

    public void Accept(int index, in Statement statement)
    {
        if (erased.IsErased(statement.LearnerId))
        {
            Ignore(index, Erased);
            return;
        }
        _verdicts++;
        _rejectedAtEnd = 0;
        var storedAt = _message.StoredMicros + index; // RowClock leaves the room
        var start = _chunk.Rows.Length;
        StatementRow.Write(_chunk.Rows, statement, _topic, _message, index, storedAt);
        _chunk.Places.Add(new RowPlace(statement.LearnerId, statement.Id, start, _chunk.Rows.Length - start));
        _chunk.StoredFrom = Math.Min(_chunk.StoredFrom, storedAt);
        _chunk.StoredUntil = Math.Max(_chunk.StoredUntil, storedAt);
        _chunk.Learners.Add(statement.LearnerId);
    }

    public void Reject(int index, Rejection rejection, ReadOnlySpan<byte> raw)
    {
        _verdicts++;
        _rejectedAtEnd++;
        var key = _message.Key.IsNull ? null : _bytes[_message.Key].ToArray();
        _chunk.Rejected.Add(new RejectedStatement(
            topic, _message.Partition.Partition, _message.Offset, index, _message.BrokerMicros, rejection, key, raw.ToArray()));
        _chunk.RejectedBytes += raw.Length;
    }

    public void Ignore(int index, Ignored ignored)
    {
        _verdicts++;
        _chunk.Ignored.Add(ignored.Rule);
    }
}
