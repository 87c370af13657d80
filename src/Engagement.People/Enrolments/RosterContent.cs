using Engagement.ClickHouse;

namespace Engagement.People.Enrolments;

/// <summary>Whose row of the roster it is.</summary>
internal readonly record struct RosterKey(string Course, Guid Learner);

/// <summary>What a row of the roster says; two that say the same are one. Times in milliseconds since 1970.</summary>
internal readonly record struct RosterContent(
    string Cohort, Guid Facilitator, string Mode, long? RegisteredMs, long? WithdrawnMs, bool IsRemoved)
{
    public const string Into = "roster (course_id, learner_id, cohort, facilitator_id, mode, registered_at, withdrawn_at, row_version, is_deleted)";

    public static RosterContent Of(Enrolment enrolment) => new(
        enrolment.Cohort, enrolment.Facilitator, enrolment.Mode, enrolment.Registered?.ToUnixTimeMilliseconds(),
        enrolment.Withdrawn?.ToUnixTimeMilliseconds(), enrolment.IsRemoved);

    public void Write(RowBinaryWriter row, RosterKey key, ulong version)
    {
        row.String(key.Course);
        row.Uuid(key.Learner);
        row.String(Cohort);
        row.Uuid(Facilitator);
        row.String(Mode);
        Time(row, RegisteredMs);
        Time(row, WithdrawnMs);
        row.UInt64(version);
        row.Bool(IsRemoved);
    }

    private static void Time(RowBinaryWriter row, long? ms)
    {
        row.Null(ms is null);
        if (ms is { } value) row.Int64(value);
    }
}
