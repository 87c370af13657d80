using Engagement.Attrition.Features;

namespace Engagement.Attrition.Reasons;

/// <summary>What a facilitator reads of a scored learner of a course at a cut. It names nobody.</summary>
/// <param name="Situation">Where the learner stands.</param>
/// <param name="Reasons">At most <see cref="ReasonWriter.Most"/>, of different themes, the weightiest first.</param>
/// <param name="NextStep">A sentence that suggests what to do; null: nothing.</param>
public sealed record Explanation(Situation Situation, IReadOnlyList<Reason> Reasons, string? NextStep)
{
    /// <summary>Explains a row. Thread-safe.</summary>
    /// <param name="row">As <see cref="FeatureList"/>; NaN: not known.</param>
    /// <param name="contributions">What each feature adds to the row's logit, in the same order.</param>
    /// <exception cref="ArgumentException">The row or its contributions are not as long as the list of features.</exception>
    public static Explanation Of(ReadOnlySpan<float> row, double[] contributions)
    {
        var reasons = ReasonWriter.Write(row, contributions);
        var situation = SituationRule.Of(row);
        return new Explanation(situation, reasons, NextSteps.Of(row, situation, reasons));
    }
}
