using static Engagement.Attrition.Reasons.Themes.Wording;

namespace Engagement.Attrition.Reasons.Themes;

/// <summary>What tells of work that is due, handed in and marked.</summary>
internal static class WorkSentences
{
    /// <summary>Days; of what is due later there is nothing to say yet.</summary>
    private const int Soon = 14;

    /// <summary>No day due or past is known that lies further away.</summary>
    private const int FarthestDue = 90;

    /// <summary>Of full marks, below the learner's own mean: a smaller difference is a harder work.</summary>
    private const double ClearlyWorse = 0.1;

    /// <summary>Of full marks; courses pass at 40 to 50 %, so whoever is below has no room.</summary>
    private const double LowMark = 0.6;

    public static string? Missed(ReadOnlySpan<float> row)
    {
        var (missed, done) = (Known.Missed.Whole(row), Known.DoneOfDue.Whole(row));
        if (!(missed >= 1 && done >= 0)) return null;
        return missed + done == 1 ? "The only work that was due was not handed in"
            : $"{Number(missed)} of {Number(missed + done)} works that were due {(missed == 1 ? "was" : "were")} not handed in";
    }

    public static string? Late(ReadOnlySpan<float> row)
    {
        if (Known.Lateness.Whole(row) is >= 1 and var mean) return $"Handed in {Days(mean)} late on average";
        return Known.LatenessNewest.Whole(row) is >= 1 and var newest ? $"The last work was handed in {Days(newest)} late" : null;
    }

    public static string? LowMarks(ReadOnlySpan<float> row)
    {
        var (mean, newest) = (Known.MarkMean.In(row), Known.MarkNewest.In(row));
        if (newest <= mean - ClearlyWorse) return $"The last mark is {Percent(newest)}; {Percent(mean)} on average";
        return mean < LowMark ? $"Marks are {Percent(mean)} on average" : null;
    }

    public static string? NextDue(ReadOnlySpan<float> row)
    {
        if (Known.DaysToDue.Whole(row) is >= 1 and <= Soon and var days)
            return Known.NextIsDone.Whole(row) == 0 ? $"{Work(Known.DueWeight.In(row))} is due in {Days(days)}, not handed in yet" : null;
        if (Known.Due28.Whole(row) >= 1) return Known.Due14.Whole(row) == 0 ? "Nothing is due in the next 14 days" : null;
        // A course where nothing was due lately may have no due days at all.
        return Known.Due28.Whole(row) == 0 && Known.DaysSinceDue.Whole(row) < FarthestDue ? "Nothing is due in the next 28 days" : null;
    }

    public static string? DoneAhead(ReadOnlySpan<float> row) =>
        Known.NextIsDone.Whole(row) == 1 ? "What is due next was handed in already" : null;

    private static string Work(double weight) => weight >= 0.01 ? $"Work worth {Percent(weight)} of the course's mark" : "Work";
}
