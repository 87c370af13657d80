using Engagement.ClickHouse;
using Engagement.Statements;

namespace Engagement.Ingest.Reading;

/// <summary>A statement as a row of the table <c>statements</c>, in RowBinary.</summary>
internal static class StatementRow
{
    /// <summary>What a row holds, in this order. Enums go as their numbers, and words that repeat as plain text: the table knows better.</summary>
    public static readonly (string Name, string Type)[] Columns =
    [
        ("statement_id", "UUID"), ("id_derived", "Bool"), ("content_hash", "UInt64"), ("learner_id", "UUID"), ("registration", "UUID"),
        ("course_id", "String"), ("verb", "String"), ("role", "Int8"), ("object_type", "Int8"), ("activity_id", "String"),
        ("activity_type", "String"), ("activity_name", "String"), ("kind_hint", "Int8"), ("parents", "Array(String)"),
        ("groupings", "Array(String)"), ("cohort", "String"), ("duration_us", "Nullable(Int64)"), ("active_us", "Nullable(Int64)"),
        ("success", "Nullable(Bool)"), ("completion", "Nullable(Bool)"), ("scaled_score", "Nullable(Float64)"),
        ("response_length", "Nullable(UInt32)"), ("has_instructor", "Bool"), ("has_team", "Bool"), ("platform", "String"),
        ("language", "String"), ("attempt_id", "String"), ("voided_id", "UUID"), ("refers_to_id", "UUID"),
        ("occurred_at", "DateTime64(6, 'UTC')"), ("claimed_at", "Nullable(DateTime64(6, 'UTC'))"), ("zone_assumed", "Bool"),
        ("broker_at", "DateTime64(3, 'UTC')"), ("stored_at", "DateTime64(6, 'UTC')"), ("kafka_topic", "String"),
        ("kafka_partition", "Int32"), ("kafka_offset", "Int64"), ("kafka_index", "UInt32"),
    ];

    public static readonly string Into = $"statements ({string.Join(", ", Columns.Select(column => column.Name))})";

    /// <param name="row">Gets the row appended, its values in the order of <see cref="Columns"/>.</param>
    /// <param name="s">The statement.</param>
    /// <param name="topic">UTF-8 name of the topic it came from.</param>
    /// <param name="message">The message it came in.</param>
    /// <param name="index">Place in the message's array.</param>
    /// <param name="storedMicros">Stored-at, Unix time in microseconds.</param>
    public static void Write(RowBinaryWriter row, in Statement s, ReadOnlySpan<byte> topic, in Message message, int index, long storedMicros)
    {
        row.Uuid(s.Id);
        row.Bool(s.IdIsDerived);
        row.UInt64(s.ContentHash);
        row.Uuid(s.LearnerId);
        row.Uuid(s.Registration);
        row.String(s.CourseId);
        row.String(s.Verb);
        row.Byte((byte)s.Role);
        row.Byte((byte)s.ObjectType);
        row.String(s.ActivityId);
        row.String(s.ActivityType);
        row.String(s.ActivityName);
        row.Byte((byte)s.KindHint);
        Strings(row, s.Parents);
        Strings(row, s.Groupings);
        row.String(s.Cohort);
        Nullable(row, s.DurationMicros);
        Nullable(row, s.ActiveMicros);
        Nullable(row, s.Success);
        Nullable(row, s.Completion);
        row.Null(s.ScaledScore is null);
        if (s.ScaledScore is { } score) row.Double(score);
        row.Null(s.ResponseLength is null);
        if (s.ResponseLength is { } length) row.Int32(length);
        row.Bool(s.HasInstructor);
        row.Bool(s.HasTeam);
        row.String(s.Platform);
        row.String(s.Language);
        row.String(s.AttemptId);
        row.Uuid(s.VoidedId);
        row.Uuid(s.RefersToId);
        row.Int64(s.OccurredAtMicros);
        Nullable(row, s.ClaimedAtMicros);
        row.Bool(s.ZoneAssumed);
        row.Int64(message.BrokerMicros / 1000);
        row.Int64(storedMicros);
        row.String(topic);
        row.Int32(message.Partition.Partition);
        row.Int64(message.Offset);
        row.UInt32((uint)index);
    }

    private static void Strings(RowBinaryWriter row, Utf8List items)
    {
        row.VarUInt((uint)items.Count);
        for (var i = 0; i < items.Count; i++) row.String(items[i]);
    }

    private static void Nullable(RowBinaryWriter row, long? value)
    {
        row.Null(value is null);
        if (value is { } v) row.Int64(v);
    }

    private static void Nullable(RowBinaryWriter row, bool? value)
    {
        row.Null(value is null);
        if (value is { } v) row.Bool(v);
    }
}
