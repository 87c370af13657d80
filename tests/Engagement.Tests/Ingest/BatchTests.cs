using System.Text;
using Engagement.Ingest.Consuming;
using Engagement.Ingest.Flushing;
using Engagement.Ingest.Reading;
using Engagement.Statements;

namespace Engagement.Tests.Ingest;

public class BatchTests
{
    private readonly Assignment _assignment = new();

    public BatchTests()
    {
        _assignment.Add(0);
        _assignment.Add(1);
    }

    [Fact]
    public void Rows_come_in_the_order_of_their_table_and_among_equals_in_the_order_they_came()
    {
        var batch = Batch(Chunk((0, 10, "d1"), (1, 5, "b"), (0, 11, "a")), Chunk((0, 12, "c"), (0, 13, "d2")), Chunk((1, 6, "d3")));
        Assert.Equal("abcd1d2d3", Rows(batch));
        Assert.Equal(["0:10-13", "1:5-6"], batch.Ranges.Select(r => r.ToString()));
        Assert.Equal(6, batch.Rows);
    }

    [Fact]
    public void Offsets_pass_by_partition()
    {
        var batch = Batch(Chunk((0, 10, "a"), (1, 5, "b"), (0, 11, "c")), Chunk((0, 12, "d")));
        Assert.Equal(["0:10-12", "1:5-5"], batch.Ranges.Select(r => r.ToString()));
        Assert.Equal(4, batch.Rows);
    }

    [Fact]
    public void Rows_of_a_partition_that_is_handed_over_are_left_out_and_its_offsets_do_not_pass()
    {
        var first = Chunk((0, 10, "a"), (1, 5, "b"));
        var second = Chunk((0, 11, "c"), (1, 6, null));
        _assignment.Abandon(1);
        var batch = Batch(first, second);
        Assert.Equal("ac", Rows(batch));
        Assert.Empty(batch.Rejected);
        Assert.Equal(["0:10-11"], batch.Ranges.Select(r => r.ToString()));
    }

    [Fact]
    public void Rows_of_a_log_that_was_made_anew_under_us_stay_as_nobody_can_read_them_again()
    {
        var old = Chunk((0, 10, "a"));
        var young = Chunk((0, 0, "b"));
        var batch = Batch(old, young);
        Assert.Equal("ab", Rows(batch));
        Assert.Equal([null, 1L], batch.Ranges.Select(r => r.Partition.Complete(r)));
    }

    [Fact]
    public void A_batch_of_rejections_only_lets_offsets_pass()
    {
        var batch = Batch(Chunk((0, 10, null), (0, 11, null)));
        Assert.Equal(0, batch.Rows);
        Assert.Equal([10L, 11L], batch.Rejected.Select(r => r.Offset));
        Assert.Equal(["0:10-11"], batch.Ranges.Select(r => r.ToString()));
    }

    [Fact]
    public void The_same_offsets_in_another_batch_have_another_token()
    {
        var one = Batch(Chunk((0, 10, "a")));
        _assignment.Remove(0);
        _assignment.Add(0);
        var other = Batch(Chunk((0, 10, "a")));
        Assert.Equal(one.Ranges.Select(r => r.ToString()), other.Ranges.Select(r => r.ToString()));
        Assert.NotEqual(one.Token, other.Token);
    }

    [Fact]
    public void Rejections_in_a_row_are_counted_over_batches_and_end_at_a_good_statement()
    {
        PartitionTracker Tracker() => _assignment.Held.Single(p => p.Partition == 0);
        Batch(Chunk((0, 1, "a"), (0, 2, null)));
        Assert.Equal(1, Tracker().RejectedInARow);
        Batch(Chunk((0, 3, null), (0, 4, null)));
        Assert.Equal(3, Tracker().RejectedInARow);
        Batch(Chunk((0, 5, null), (0, 6, "b")));
        Assert.Equal(0, Tracker().RejectedInARow);
    }

    [Fact]
    public void Touches_span_every_stored_time_of_the_rows()
    {
        var batch = Batch(Chunk((0, 10, "a"), (0, 12, "b")), Chunk((0, 14, null)), Chunk((1, 5, "c")));
        Assert.Equal((5, 12), (batch.StoredFrom, batch.StoredUntil));
    }

    // By its first letter.
    private static Guid Learner(string row) => new(row[0], 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    // Messages are read as ChunkReader does it, stored at their offset; null: refused.
    private Chunk Chunk(params (int Partition, long Offset, string? Row)[] messages)
    {
        var chunk = new Chunk();
        foreach (var (partition, offset, row) in messages)
        {
            var tracker = _assignment.Deliver(partition, offset, out _);
            chunk.Messages.Add(new Message(tracker, offset, 0, 0, Slice.Null, Slice.Null));
            var (start, rows, rejected) = (chunk.Rows.Length, chunk.Places.Count, chunk.Rejected.Count);
            if (row is null) chunk.Rejected.Add(new RejectedStatement("topic", partition, offset, 0, 0, new Rejection("rule", "$", "why"), null, []));
            else
            {
                chunk.Rows.String(row);
                chunk.Places.Add(new RowPlace(Learner(row), Guid.Empty, start, chunk.Rows.Length - start));
                (chunk.StoredFrom, chunk.StoredUntil) = (Math.Min(chunk.StoredFrom, offset), Math.Max(chunk.StoredUntil, offset));
            }
            chunk.Runs.Add(new Run(tracker, offset, 1, rows..chunk.Places.Count, rejected..chunk.Rejected.Count, ..0, row is null ? 1 : 0));
        }
        return chunk;
    }

    private static Batch Batch(params Chunk[] chunks)
    {
        var batch = new Batch(new BatchBuffers([("row", "String")]), DateTimeOffset.UnixEpoch);
        foreach (var chunk in chunks) batch.Add(chunk);
        batch.Seal();
        return batch;
    }

    // Each text has its length, below 32 here, before it.
    private static string Rows(Batch batch) => string.Concat(Encoding.UTF8.GetString(batch.Buffers.Statements.Parts().Last().Span).Where(c => c >= ' '));
}
