using System.Security.Cryptography;
using Confluent.Kafka;
using Engagement.ClickHouse;
using Engagement.Ingest.Reading;
using Engagement.Statements;

namespace Engagement.Ingest.Flushing;

/// <summary>A refused statement as a row of the table <c>rejected_events</c>, in RowBinary. Without its bytes: they may name people.</summary>
internal static class RejectedRow
{
    public const string Into =
        "rejected_events (kafka_topic, kafka_partition, kafka_offset, kafka_index, content_hash, rule, path, reason, emitter, bytes, "
        + "dead_letter_partition, dead_letter_offset, broker_at, rejected_at)";

    public static void Write(
        RowBinaryWriter row, RejectedStatement statement, TopicPartitionOffset letter, DateTimeOffset rejectedAt)
    {
        row.String(statement.Topic);
        row.Int32(statement.Partition);
        row.Int64(statement.Offset);
        row.UInt32((uint)statement.Index);
        row.Bytes(ContentHash(statement.Raw));
        row.String(statement.Why.Rule);
        row.String(statement.Why.Path);
        row.String(statement.Why.Reason);
        // An enrolment is of the platform's own making, and a host in it may be somebody's OpenID.
        row.String(statement.Why.Rule == IngestRules.Enrolment ? "" : EmitterName.Of(statement.Raw));
        row.UInt32((uint)statement.Raw.Length);
        row.Int32(letter.Partition.Value);
        row.Int64(letter.Offset.Value);
        row.Int64(statement.BrokerMicros / 1000);
        row.Int64(rejectedAt.ToUnixTimeMilliseconds() * 1000);
    }

    /// <summary>SHA-256, cut to 16 bytes: tells whether a letter is the one a row speaks of.</summary>
    public static ReadOnlySpan<byte> ContentHash(ReadOnlySpan<byte> refused) => SHA256.HashData(refused).AsSpan(0, 16);
}
