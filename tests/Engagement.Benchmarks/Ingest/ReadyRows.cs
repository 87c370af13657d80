using Engagement.Benchmarks.Reader;
using Engagement.ClickHouse;
using Engagement.Ingest.Consuming;
using Engagement.Ingest.Reading;
using Engagement.Statements;

namespace Engagement.Benchmarks.Ingest;

/// <summary>The worker's own steps between Kafka and ClickHouse: messages into chunks, chunks into rows.</summary>
internal static class ReadyRows
{
    private const int LargestMessage = 16 << 20;

    // Never asked: what it knows before is that nobody was.
    private static readonly ErasedLearners NobodyErased = new(new ClickHouseClient(new ClickHouseOptions { Url = "http://127.0.0.1:1" }));

    public static IEnumerable<Chunk> Unread(int count)
    {
        var chunk = New();
        var assignment = new Assignment();
        assignment.Add(0);
        var offset = 0L;
        foreach (var statement in SampleStatements.Of(count))
        {
            var at = statement.Time.ToUnixTimeMilliseconds() * 1000;
            chunk.Messages.Add(new Message(assignment.Deliver(0, offset, out _), offset, at, 1_800_000_000_000_000 + offset++, Slice.Null, chunk.Bytes!.Append(statement.Utf8.Span)));
            if (!chunk.IsFull) continue;
            yield return chunk;
            chunk = New();
        }
        if (chunk.Messages.Count > 0) yield return chunk;
    }

    private static Chunk New() => new() { Bytes = new MessageBytes() };

    public static ChunkReader Reader() =>
        new(new StatementReader(new Pseudonym(new byte[32])), NobodyErased, PreloadedTopic.Name, LargestMessage);
}
