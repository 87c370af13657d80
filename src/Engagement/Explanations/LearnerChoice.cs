using Engagement.Erasure;
using Engagement.Hosting;
using Engagement.Metrics.Explanations;
using Engagement.People.Identifiers;
using Engagement.Statements;

namespace Engagement.Explanations;

/// <summary>Whom a person means.</summary>
internal static class LearnerChoice
{
    private const int ShortestBeginning = 4, MostCandidates = 10;
    private const string Identified = "the identifier given (with the privacy key that is set here; is it the one ingest had?)";

    /// <param name="history">Knows the learners.</param>
    /// <param name="typed">A pseudonym, its beginning, or an identifier. An identifier gets into no message.</param>
    /// <param name="key">Of the pseudonyms; asked for only where an identifier was typed.</param>
    /// <param name="cancel">Stops asking.</param>
    /// <returns>A learner and the courses this is one of, never none.</returns>
    /// <exception cref="Fault">There is no such learner, or several.</exception>
    public static async Task<(Guid Learner, List<string> Courses)> FindAsync(LearnerHistory history, string typed, Func<byte[]> key, CancellationToken cancel)
    {
        if (ActorIdentifiers.IsOne(typed)) return await WithCoursesAsync(history, PseudonymOf(typed, key), Identified, cancel);
        if (Guid.TryParse(typed, out var whole)) return await WithCoursesAsync(history, whole, $"the pseudonym {whole}", cancel);
        var learner = await BeginningWithAsync(history, typed, cancel);
        return (learner, await history.CoursesAsync(learner, cancel));
    }

    /// <summary>Whom a person means, of anybody something is held of.</summary>
    /// <param name="rows">Knows whom.</param>
    /// <param name="typed">A pseudonym, its beginning, or an identifier. An identifier gets into no message.</param>
    /// <param name="key">Of the pseudonyms; asked for only where an identifier was typed.</param>
    /// <param name="cancel">Stops asking.</param>
    /// <exception cref="Fault">Nothing is held of such a learner, nor was, or several are meant.</exception>
    public static async Task<HeldLearner> HeldAsync(LearnerRows rows, string typed, Func<byte[]> key, CancellationToken cancel)
    {
        var (learner, who) = ActorIdentifiers.IsOne(typed)
            ? (PseudonymOf(typed, key), Identified)
            : Guid.TryParse(typed, out var whole) ? (whole, $"the pseudonym {whole}")
            : (One(typed, await rows.BeginningWithAsync(Beginning(typed), MostCandidates + 1, cancel)), "");
        var counts = await rows.CountAsync(learner, cancel);
        var erasedAt = await rows.ErasedAtAsync(learner, cancel);
        if (erasedAt is null && counts.All(table => table.Rows == 0)) throw new Fault($"Nothing is held of {who}.");
        return new(learner, erasedAt, counts);
    }

    private static Guid PseudonymOf(string typed, Func<byte[]> key) => new ActorIdentifiers(new Pseudonym(key())).TryRead(typed, out var pseudonym, out var reason)
        ? pseudonym
        : throw new Fault($"What --learner names is no identifier that an actor can have ({reason}). It takes {ActorIdentifiers.Forms}; or a pseudonym or its beginning.");

    private static Guid One(string typed, List<Guid> found) => found.Count switch
    {
        1 => found[0],
        0 => throw new Fault($"No pseudonym here begins with {typed}."),
        _ => throw new Fault($"Several pseudonyms begin with {typed}; give more of the one you mean:\n  "
            + string.Join("\n  ", found.Take(MostCandidates)) + (found.Count > MostCandidates ? "\n  and more" : "")),
    };

    private static string Beginning(string typed)
    {
        // Not repeated: it may be a name.
        if (typed.Length < ShortestBeginning || !typed.All(c => char.IsAsciiHexDigit(c) || c == '-'))
            throw new Fault($"--learner takes a pseudonym (a UUID), at least {ShortestBeginning} characters of its beginning, or an identifier: {ActorIdentifiers.Forms}.");
        return typed.ToLowerInvariant();
    }

    private static async Task<Guid> BeginningWithAsync(LearnerHistory history, string typed, CancellationToken cancel)
    {
        var found = await history.BeginningWithAsync(Beginning(typed), MostCandidates + 1, cancel);
        return found.Count == 0 ? throw new Fault($"No learner's pseudonym begins with {typed}. Learners known: {await history.CountAsync(cancel)}.") : One(typed, found);
    }

    private static async Task<(Guid, List<string>)> WithCoursesAsync(LearnerHistory history, Guid learner, string who, CancellationToken cancel)
    {
        var courses = await history.CoursesAsync(learner, cancel);
        if (courses.Count > 0) return (learner, courses);
        var statements = await history.StatementsAsync(learner, cancel);
        throw new Fault(statements == 0
            ? $"There is no statement of {who}. Learners known: {await history.CountAsync(cancel)}."
            : $"There are statements of {who} ({statements}), but this is a learner of no course: the metrics are not computed yet, or all of them give feedback or are about other statements.");
    }
}

/// <summary>Somebody of whom something is held, or was.</summary>
/// <param name="Learner">The pseudonym.</param>
/// <param name="ErasedAt">When the learner was erased; null: never.</param>
/// <param name="Counts">Rows by table.</param>
internal sealed record HeldLearner(Guid Learner, DateTimeOffset? ErasedAt, IReadOnlyList<TableCount> Counts);
