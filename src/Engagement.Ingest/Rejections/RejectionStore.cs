using Engagement.ClickHouse;

namespace Engagement.Ingest.Rejections;

/// <summary>The tables of rejections, asked. Thread-safe; errors as <see cref="ClickHouseClient"/> has them.</summary>
public sealed class RejectionStore(ClickHouseClient client)
{
    private const string Key = "(kafka_topic, kafka_partition, kafka_offset, kafka_index, content_hash)";
    private const string IsReplayed = Key + " IN (SELECT kafka_topic, kafka_partition, kafka_offset, kafka_index, content_hash FROM replayed_rejections)";
    private const string IsMeant = "rejected_at >= {since:DateTime64(6)} AND ({rule:String} = '' OR rule = {rule:String})";

    // Times go as milliseconds: JSON knows none.
    private sealed record GroupRow(
        string Rule, string Emitter, long Count, long Replayed, long FirstMs, long LastMs, string Topic, int Partition, long Offset, long Index,
        string Path, string Reason, int LetterPartition, long LetterOffset, string Hash);

    /// <summary>Rules and emitters, most frequent first.</summary>
    public async Task<List<RejectionGroup>> GroupsAsync(RejectionFilter filter, CancellationToken cancel)
    {
        var rows = await client.ListAsync<GroupRow>($$"""
            SELECT rule, emitter, count, replayed, first_ms, last_ms, tupleElement(example, 1) AS topic, tupleElement(example, 2) AS partition,
                   tupleElement(example, 3) AS offset, tupleElement(example, 4) AS index, tupleElement(example, 5) AS path,
                   tupleElement(example, 6) AS reason, tupleElement(example, 7) AS letter_partition, tupleElement(example, 8) AS letter_offset,
                   hex(tupleElement(example, 9)) AS hash
            FROM (
                SELECT rule, emitter, count() AS count, countIf(is_replayed) AS replayed,
                       toUnixTimestamp64Milli(min(rejected_at)) AS first_ms, toUnixTimestamp64Milli(max(rejected_at)) AS last_ms,
                       argMax((kafka_topic, kafka_partition, kafka_offset, kafka_index, path, reason, dead_letter_partition, dead_letter_offset,
                               content_hash), (rejected_at, kafka_partition, kafka_offset, kafka_index)) AS example
                FROM (SELECT *, {{IsReplayed}} AS is_replayed FROM rejected_events FINAL WHERE {{IsMeant}})
                GROUP BY rule, emitter)
            ORDER BY count DESC, rule, emitter
            """, Parameters(filter), cancel);
        return rows.ConvertAll(r => new RejectionGroup(
            r.Rule, r.Emitter, r.Count, r.Replayed, DateTimeOffset.FromUnixTimeMilliseconds(r.FirstMs), DateTimeOffset.FromUnixTimeMilliseconds(r.LastMs),
            r.Topic, r.Partition, r.Offset, r.Index, r.Path, r.Reason, r.LetterPartition, r.LetterOffset, r.Hash));
    }

    /// <summary>Rejections of one topic whose letters were not sent again yet, in the order of the letters.</summary>
    public Task<List<LetterPlace>> OpenAsync(string topic, RejectionFilter filter, CancellationToken cancel) =>
        client.ListAsync<LetterPlace>($$"""
            SELECT kafka_topic AS topic, kafka_partition AS partition, kafka_offset AS offset, kafka_index AS index,
                   dead_letter_partition AS letter_partition, dead_letter_offset AS letter_offset, hex(content_hash) AS hash
            FROM rejected_events FINAL
            WHERE {{IsMeant}} AND kafka_topic = {topic:String} AND NOT {{IsReplayed}}
            ORDER BY dead_letter_partition, dead_letter_offset
            """, [.. Parameters(filter), ("topic", topic)], cancel);

    /// <summary>Remembers that letters were sent again.</summary>
    public async Task MarkReplayedAsync(IReadOnlyList<LetterPlace> letters, CancellationToken cancel)
    {
        if (letters.Count == 0) return;
        var rows = new RowBinaryWriter(letters.Count * 64);
        foreach (var letter in letters)
        {
            rows.String(letter.Topic);
            rows.Int32(letter.Partition);
            rows.Int64(letter.Offset);
            rows.UInt32(letter.Index);
            rows.Bytes(Convert.FromHexString(letter.Hash));
        }
        await client.InsertAsync("replayed_rejections " + Key, "RowBinary", rows.Written, Guid.NewGuid().ToString("N"), cancel);
    }

    private static (string, object?)[] Parameters(RejectionFilter filter) =>
        [("since", filter.Since ?? DateTimeOffset.UnixEpoch), ("rule", filter.Rule ?? "")];
}
