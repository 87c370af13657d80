namespace Engagement.Attrition.Evaluation;

/// <summary>What ranks learners: a model, or a rule to compare it with.</summary>
/// <param name="Name">As reports call it.</param>
/// <param name="Scores">One a person-week, in the order of the rows all contenders are asked about. Higher: the event is more likely.</param>
/// <param name="AreProbabilities">Else they only rank.</param>
public sealed record Contender(string Name, double[] Scores, bool AreProbabilities)
{
    /// <summary>The rule "away for longest".</summary>
    /// <param name="daysSinceActive">NaN: never active, which is longest.</param>
    public static Contender LongestAway(float[] daysSinceActive) => new(
        "rule: days since last activity", Array.ConvertAll(daysSinceActive, days => float.IsNaN(days) ? double.PositiveInfinity : days), false);

    /// <summary>The rule "fewest active days in the last 14".</summary>
    /// <param name="activeDays">NaN: not known, which counts as none.</param>
    public static Contender FewestActiveDays(float[] activeDays) => new(
        "rule: fewest active days in 14", Array.ConvertAll(activeDays, days => float.IsNaN(days) ? 0.0 : -days), false);

    /// <summary>Everybody alike: who is pointed out is left to the lot.</summary>
    public static Contender Chance(int rows) => new("chance", new double[rows], false);
}
