using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Engagement.Attrition.Features;

/// <summary>
/// Learners of courses at cuts: one row each, ordered by course, day and learner. All arrays have one entry a row.
/// Labels of a cut whose horizon is not over yet mean nothing.
/// </summary>
/// <param name="Courses">Ids of the courses.</param>
/// <param name="Learners">Who they are.</param>
/// <param name="Course">Place in <paramref name="Courses"/>.</param>
/// <param name="Learner">Place in <paramref name="Learners"/>.</param>
/// <param name="Day">The cut: its end; 0 is the day the course's run began.</param>
/// <param name="Cut">The same as a date.</param>
/// <param name="IsActive">In the 14 days up to the cut.</param>
/// <param name="IsEligible">Active in the 28 days up to the cut.</param>
/// <param name="GoesSilent">Nothing in the horizon after the cut.</param>
/// <param name="Withdraws">In the horizon after the cut.</param>
/// <param name="GivesUp">Withdraws in the horizon after the cut, or does nothing in it and does not complete the course either.</param>
/// <param name="Features">Columns as in <see cref="FeatureList"/>.</param>
public sealed record PersonWeeks(
    IReadOnlyList<string> Courses, IReadOnlyList<Guid> Learners,
    int[] Course, int[] Learner, int[] Day, DateOnly[] Cut, bool[] IsActive, bool[] IsEligible, bool[] GoesSilent, bool[] Withdraws, bool[] GivesUp, FeatureMatrix Features)
{
    public int Rows => Day.Length;

    /// <summary>Copies of the rows for which <paramref name="isWanted"/> holds, in their order.</summary>
    public PersonWeeks Where(Func<int, bool> isWanted)
    {
        var rows = Enumerable.Range(0, Rows).Where(isWanted).ToArray();
        return new PersonWeeks(Courses, Learners, Pick(Course, rows), Pick(Learner, rows), Pick(Day, rows), Pick(Cut, rows),
            Pick(IsActive, rows), Pick(IsEligible, rows), Pick(GoesSilent, rows), Pick(Withdraws, rows), Pick(GivesUp, rows), Features.Pick(rows));
    }

    /// <summary>Tells these rows from others: SHA-256 of features, labels and where they stand, hexadecimal.</summary>
    public string Hash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes<float>(Features.Values));
        foreach (var column in new[] { Course, Learner, Day }) hash.AppendData(MemoryMarshal.AsBytes<int>(column));
        foreach (var column in new[] { IsActive, IsEligible, GoesSilent, Withdraws, GivesUp }) hash.AppendData(MemoryMarshal.AsBytes<bool>(column));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static T[] Pick<T>(T[] all, int[] rows) => Array.ConvertAll(rows, row => all[row]);
}
