using Engagement.Hosting;
using Engagement.Metrics.Explanations;

namespace Engagement.Explanations;

/// <summary>Whom a person means.</summary>
internal static class LearnerChoice
{
    private const int ShortestBeginning = 4, MostCandidates = 10;

    /// <param name="history">Knows the learners.</param>
    /// <param name="typed">A pseudonym, its beginning, or an identifier. An identifier gets into no message.</param>
    /// <param name="key">Of the pseudonyms; asked for only where an identifier was typed.</param>
    /// <param name="cancel">Stops asking.</param>
    /// <returns>A learner and the courses this is one of, never none.</returns>
    /// <exception cref="Fault">There is no such learner, or several.</exception>
    public static async Task<(Guid Learner, List<string> Courses)> FindAsync(LearnerHistory history, string typed, Func<byte[]> key, CancellationToken cancel)
    {
        if (ActorIdentifier.IsOne(typed))
        {
            var pseudonym = ActorIdentifier.PseudonymOf(typed, key());
            return await WithCoursesAsync(history, pseudonym, "the identifier given (with the privacy key that is set here; is it the one ingest had?)", cancel);
        }
        if (Guid.TryParse(typed, out var whole)) return await WithCoursesAsync(history, whole, $"the pseudonym {whole}", cancel);
        var learner = await BeginningWithAsync(history, typed, cancel);
        return (learner, await history.CoursesAsync(learner, cancel));
    }

    private static async Task<Guid> BeginningWithAsync(LearnerHistory history, string typed, CancellationToken cancel)
    {
        // Not repeated: it may be a name.
        if (typed.Length < ShortestBeginning || !typed.All(c => char.IsAsciiHexDigit(c) || c == '-'))
            throw new Fault($"--learner takes a pseudonym (a UUID), at least {ShortestBeginning} characters of its beginning, or an identifier: {ActorIdentifier.Forms}.");
        var found = await history.BeginningWithAsync(typed.ToLowerInvariant(), MostCandidates + 1, cancel);
        return found.Count switch
        {
            1 => found[0],
            0 => throw new Fault($"No learner's pseudonym begins with {typed}. Learners known: {await history.CountAsync(cancel)}."),
            _ => throw new Fault($"Several pseudonyms begin with {typed}; give more of the one you mean:\n  "
                + string.Join("\n  ", found.Take(MostCandidates)) + (found.Count > MostCandidates ? "\n  and more" : "")),
        };
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
