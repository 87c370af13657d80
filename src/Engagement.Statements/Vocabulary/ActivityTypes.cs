namespace Engagement.Statements.Vocabulary;

/// <summary>The table activity-types.tsv.</summary>
internal static class ActivityTypes
{
    private static readonly Utf8Table<ActivityTypeTraits> Table = new(Rows.Of("activity-types.tsv").Select(row => (row[3], Traits(row))));

    /// <summary>Nothing known: no kind, no course, titled by whomever.</summary>
    public static ActivityTypeTraits Of(ReadOnlySpan<byte> type) => Table.TryGet(type, out var traits) ? traits : default;

    private static ActivityTypeTraits Traits(string[] row) => new(
        row[0] == "-" ? SectionKind.Unknown : SectionKinds.Of(System.Text.Encoding.UTF8.GetBytes(row[0])),
        row[1] == "firm",
        row[2] == "course",
        row[2] == "cohort",
        row[2] is "course" or "structure");
}
