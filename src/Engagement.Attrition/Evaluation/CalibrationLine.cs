using Engagement.Attrition.Training;

namespace Engagement.Attrition.Evaluation;

/// <summary>What happened as a logistic regression on the logit of the probability: logit(truth) = intercept + slope × logit(score).
/// Both NaN where the rows do not tell: only one outcome, one score, or a score that parts the outcomes, so that no slope is steep enough.</summary>
public readonly record struct CalibrationLine(double Intercept, double Slope)
{
    private const double Margin = 1e-9; // logits of 0 and 1 are infinite

    private static readonly CalibrationLine Unknown = new(double.NaN, double.NaN);

    /// <param name="weeks">Scores are probabilities.</param>
    public static CalibrationLine Fit(ScoredWeeks weeks)
    {
        var logits = Array.ConvertAll(weeks.Score, score => Math.Log(Within(score) / Within(1 - score)));
        if (!Overlap(logits, weeks.Event)) return Unknown;
        var line = Calibration.Fit(logits, weeks.Event, prior: 0);
        return new CalibrationLine(line.Intercept, line.Slope);
    }

    internal static double Within(double probability) => Math.Clamp(probability, Margin, 1 - Margin);

    private static bool Overlap(double[] logits, bool[] events)
    {
        var (lowest, highest) = ((double[])[double.MaxValue, double.MaxValue], (double[])[double.MinValue, double.MinValue]);
        for (var row = 0; row < logits.Length; row++)
        {
            var outcome = events[row] ? 1 : 0;
            lowest[outcome] = Math.Min(lowest[outcome], logits[row]);
            highest[outcome] = Math.Max(highest[outcome], logits[row]);
        }
        return lowest[0] < highest[1] && lowest[1] < highest[0];
    }
}
