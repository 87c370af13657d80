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
}
