using Engagement.ClickHouse;
using Engagement.Ingest.Reading;

namespace Engagement.Ingest.Flushing;

/// <summary>Memory of one flush, used again by the next one.</summary>
/// <param name="columns">Of the rows.</param>
internal sealed class BatchBuffers(IReadOnlyList<(string Name, string Type)> columns)
{
    public List<RowPlace> Places { get; } = [];

    public NativeBlock Statements { get; } = new(columns);

    public HashSet<Guid> Learners { get; } = [];

    /// <summary>For the small inserts that follow the statements.</summary>
    public RowBinaryWriter Rest { get; } = new(1 << 16);
}
