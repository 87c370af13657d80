namespace Engagement.Attrition.Evaluation;

/// <summary>Person-weeks with what was predicted and what happened. All arrays have one entry a person-week, in the same order.</summary>
/// <param name="Course">Which course (a presentation of it): 0, 1, …</param>
/// <param name="Learner">Who: 0, 1, … over all courses.</param>
/// <param name="Day">The cut: days since the course began, a multiple of 7. Nothing later was known.</param>
/// <param name="Score">Predicted probability of the event, 0 to 1; of a rule without probabilities anything that ranks.</param>
/// <param name="Event">Whether it happened within the horizon after the cut.</param>
public sealed record ScoredWeeks(int[] Course, int[] Learner, int[] Day, double[] Score, bool[] Event)
{
    public int Rows => Score.Length;

    public int Events => Event.Count(happened => happened);

    internal bool HasProbabilities => Score.All(score => score is >= 0 and <= 1);

    /// <summary>The person-weeks cut at one day.</summary>
    public ScoredWeeks At(int day) => Pick([.. Enumerable.Range(0, Rows).Where(row => Day[row] == day)]);

    /// <summary>Some of the person-weeks.</summary>
    public ScoredWeeks Pick(int[] rows)
    {
        return new ScoredWeeks(Of(Course), Of(Learner), Of(Day), Of(Score), Of(Event));

        T[] Of<T>(T[] column) => Array.ConvertAll(rows, row => column[row]);
    }
}
