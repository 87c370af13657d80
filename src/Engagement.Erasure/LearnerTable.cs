using System.Text.RegularExpressions;

namespace Engagement.Erasure;

/// <summary>How a learner's rows are found in a table of the database.</summary>
/// <param name="Name">Of the table.</param>
/// <param name="Rows">
/// Condition of the rows that are the learner's; <c>&lt;who&gt;</c> stands for a subquery of the learners meant. Empty: the table holds none.
/// </param>
/// <param name="Why">What the rows are to the learner, or why there are none: for the operator and the data-protection officer.</param>
public sealed partial record LearnerTable(string Name, string Rows, string Why)
{
    private const string One = "(SELECT {learner:UUID})", Erased = "(SELECT learner_id FROM erasures)";

    /// <summary>Rows that belong to somebody else, and only name the learner in these columns: an assignment that takes the name out.</summary>
    public string? Unname { get; init; }

    /// <summary>Condition of the rows that <see cref="Unname"/> changes, as <see cref="Rows"/>.</summary>
    public string? Named { get; init; }

    /// <summary>Its rows are of a learner of a course: retention deletes them with the learner's course.</summary>
    public bool IsByCourse { get; init; }

    /// <summary>Columns whose bytes only their owner reads: an export leaves them out.</summary>
    public string? Sealed { get; init; }

    public bool HoldsLearners => Rows.Length > 0;

    /// <summary>Rows of, or with the name of, the learner <c>{learner:UUID}</c>.</summary>
    internal string OfOne => All.Replace("<who>", One, StringComparison.Ordinal);

    /// <summary>Rows of one learner alone, not those that only name them.</summary>
    internal string OwnOfOne => Rows.Replace("<who>", One, StringComparison.Ordinal);

    /// <summary>Rows of, or with the name of, anybody who was erased.</summary>
    internal string OfErased => All.Replace("<who>", Erased, StringComparison.Ordinal);

    /// <summary>
    /// The statements that take everybody who was erased out of the table, in order. They name nobody: a server keeps their text. No two subqueries
    /// of one are alike: ClickHouse (26.7) makes the set of the one and hands it to the other, which may hold the only thread and wait for it for ever.
    /// </summary>
    internal IEnumerable<string> Mutations()
    {
        if (Unname is not null) yield return $"ALTER TABLE {Name} UPDATE {Unname} WHERE {Unlike(Named!)} SETTINGS mutations_sync = 2";
        yield return $"ALTER TABLE {Name} DELETE WHERE {Unlike(Rows)} SETTINGS mutations_sync = 2";
    }

    // Versions are milliseconds since 1970: none is so small, so each of these says the same.
    private static string Unlike(string rows)
    {
        var place = 0;
        return Who().Replace(rows, _ => $"(SELECT learner_id FROM erasures WHERE row_version > {place++})");
    }

    [GeneratedRegex("<who>")]
    private static partial Regex Who();

    private string All => Named is null ? Rows : $"(({Rows}) OR ({Named}))";
}
