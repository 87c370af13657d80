namespace Engagement.Attrition.Evaluation;

/// <summary>What happened as a logistic regression on the logit of the probability: logit(truth) = intercept + slope × logit(score).
/// Both NaN where the rows do not tell: only one outcome, one score, or a score that parts the outcomes, so that no slope is steep enough.</summary>
public readonly record struct CalibrationLine(double Intercept, double Slope)
{
    private const double Margin = 1e-9; // logits of 0 and 1 are infinite
    private const int MostSteps = 100;

    private static readonly CalibrationLine Unknown = new(double.NaN, double.NaN);

    /// <param name="weeks">Scores are probabilities.</param>
    public static CalibrationLine Fit(ScoredWeeks weeks)
    {
        var logits = Array.ConvertAll(weeks.Score, score => Math.Log(Within(score) / Within(1 - score)));
        if (!Overlap(logits, weeks.Event)) return Unknown;
        var line = new CalibrationLine(0, 0);
        var here = Likelihood.Of(line, logits, weeks.Event);
        for (var step = 0; step < MostSteps; step++)
        {
            if (!here.HasPeak) return Unknown;
            var (up, along) = here.Newton();
            // A whole step may jump over the peak; half of it, and half again, at last does not.
            CalibrationLine next;
            Likelihood there;
            while (true)
            {
                next = new CalibrationLine(line.Intercept + up, line.Slope + along);
                there = Likelihood.Of(next, logits, weeks.Event);
                if (Math.Abs(up) + Math.Abs(along) < 1e-9) return next;
                if (there.Log >= here.Log) break;
                (up, along) = (up / 2, along / 2);
            }
            (line, here) = (next, there);
        }
        return Unknown;
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

    /// <summary>Logarithm of the likelihood, its gradient and its (negated) second derivatives.</summary>
    private readonly record struct Likelihood(double Log, double Up, double Along, double UpUp, double UpAlong, double AlongAlong)
    {
        public bool HasPeak => UpUp * AlongAlong - UpAlong * UpAlong > 1e-12 * UpUp * AlongAlong;

        public (double Up, double Along) Newton()
        {
            var determinant = UpUp * AlongAlong - UpAlong * UpAlong;
            return ((AlongAlong * Up - UpAlong * Along) / determinant, (UpUp * Along - UpAlong * Up) / determinant);
        }

        public static Likelihood Of(CalibrationLine line, double[] logits, bool[] events)
        {
            double log = 0, up = 0, along = 0, upUp = 0, upAlong = 0, alongAlong = 0;
            for (var row = 0; row < logits.Length; row++)
            {
                var (x, happened) = (logits[row], events[row]);
                var z = line.Intercept + line.Slope * x;
                var p = 1 / (1 + Math.Exp(-z));
                var (miss, weight) = ((happened ? 1 : 0) - p, p * (1 - p));
                log -= Math.Max(happened ? -z : z, 0) + Math.Log(1 + Math.Exp(-Math.Abs(z)));
                up += miss;
                along += miss * x;
                upUp += weight;
                upAlong += weight * x;
                alongAlong += weight * x * x;
            }
            return new Likelihood(log, up, along, upUp, upAlong, alongAlong);
        }
    }
}
