using Engagement.Ingest.Flushing;
using Engagement.Ingest.Reading;

namespace Engagement.Ingest.Consuming;

/// <summary>What other threads tell the loop.</summary>
internal abstract record Report(Exception? Failure)
{
    public sealed record ChunkRead(Chunk Chunk, Exception? Failure) : Report(Failure);

    public sealed record Flushed(Batch Batch, Exception? Failure) : Report(Failure);
}
