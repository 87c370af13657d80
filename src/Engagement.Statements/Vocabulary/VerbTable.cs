namespace Engagement.Statements.Vocabulary;

/// <summary>The table verbs.tsv: what each verb id means, and which ids mean one thing.</summary>
public static class VerbTable
{
    private static readonly Utf8Table<(Role Role, string Name)> Table =
        new(Rows.Of("verbs.tsv").Select(row => (row[2], (Enum.Parse<Role>(row[0], ignoreCase: true), row[1]))));

    /// <summary>Every verb id of the table, with the one name of all that mean the same.</summary>
    public static IReadOnlyList<(string Name, string Id)> All { get; } = [.. Rows.Of("verbs.tsv").Select(row => (row[1], row[2]))];

    /// <summary><see cref="Role.Touch"/> where the id is not in the table.</summary>
    public static Role RoleOf(ReadOnlySpan<byte> id) => Table.TryGet(id, out var verb) ? verb.Role : Role.Touch;

    /// <summary>The one name of all ids that mean the same, such as "viewed"; null where the id is not in the table.</summary>
    public static string? NameOf(ReadOnlySpan<byte> id) => Table.TryGet(id, out var verb) ? verb.Name : null;
}
