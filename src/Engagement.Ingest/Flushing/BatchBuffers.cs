using Engagement.ClickHouse;
using Engagement.Ingest.Reading;

namespace Engagement.Ingest.Flushing;

/// <summary>Memory of one flush, used again by the next one.</summary>
internal sealed class BatchBuffers
{
    public List<RowPlace> Places { get; } = [];

    public RowBinaryWriter Statements { get; } = new(1 << 20);

    /// <summary>For the small inserts that follow the statements.</summary>
    public RowBinaryWriter Rest { get; } = new(1 << 16);
}
