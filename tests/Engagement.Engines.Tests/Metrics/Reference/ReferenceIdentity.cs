using System.Buffers.Binary;

namespace Engagement.Engines.Tests.Metrics.Reference;

/// <summary>Which of all that was delivered is a statement, and what only came under its id: the first stored counts.</summary>
internal sealed class ReferenceIdentity
{
    public ReferenceIdentity(IEnumerable<ReferenceStatement> delivered)
    {
        foreach (var id in delivered.GroupBy(s => s.Id))
        {
            var first = id.OrderBy(s => s.StoredAt).ThenBy(s => Order(s.Learner)).First();
            Statements.Add(first);
            if (id.Count() == 1) continue;
            Conflicts.AddRange(id.Select(s => new ConflictRow(s.Id, s.Learner, s.ContentHash, first.Learner, first.StoredAt)).Distinct()
                .Where(c => (c.LearnerId, c.ContentHash) != (first.Learner, first.ContentHash)));
        }
    }

    public List<ReferenceStatement> Statements { get; } = [];

    public List<ConflictRow> Conflicts { get; } = [];

    // As ClickHouse orders UUIDs.
    private static (ulong, ulong) Order(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return (BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]), BinaryPrimitives.ReadUInt64BigEndian(bytes));
    }
}
