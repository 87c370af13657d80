namespace Engagement.Attrition.Evaluation;

/// <summary>How many learners are pointed out a week, and whom not again.</summary>
/// <param name="Share">Of the learners of the week, above 0, up to 1.</param>
/// <param name="CoolDownDays">Who was pointed out is not again, in the same course, until so many days later; the next in rank is.
/// 0: no such rule.</param>
/// <param name="Cut">How the week's budget is cut across courses.</param>
public sealed record AlertPolicy(double Share, int CoolDownDays = 0, BudgetCut Cut = BudgetCut.PerCourse);

/// <summary>How a week's budget of alerts is cut across courses.</summary>
public enum BudgetCut
{
    /// <summary>Each course the same share of its learners, rounded to the nearest, at least one.</summary>
    PerCourse,

    /// <summary>The share of all learners of that week, rounded to the nearest, at least one; of it each course gets in proportion to its
    /// expected events: the sum of its scores, which have to be probabilities.</summary>
    ByExpectedEvents,
}
