namespace Engagement.Attrition.Training;

/// <summary>What is made of a model's logit before it becomes a probability: <c>Intercept + Slope * logit</c>.</summary>
public sealed record Calibration(double Intercept, double Slope)
{
    private const int MostSteps = 100;

    public static Calibration None { get; } = new(0, 1);

    /// <summary>
    /// The most likely intercept and slope, given what a model said of rows it was not trained on and what happened there. Held by a
    /// weak prior at <see cref="None"/>, worth about one row, so that a handful of rows that the model ranks without a mistake does
    /// not ask for an endless slope.
    /// </summary>
    /// <param name="probabilities">0 to 1.</param>
    /// <param name="labels">One a probability.</param>
    /// <exception cref="ArgumentException">The two are not of one length, or a probability is NaN.</exception>
    public static Calibration Fit(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels)
    {
        if (probabilities.Length != labels.Length)
            throw new ArgumentException($"{labels.Length} labels for {probabilities.Length} probabilities", nameof(labels));
        var logits = new double[labels.Length];
        for (var i = 0; i < logits.Length; i++)
        {
            if (double.IsNaN(probabilities[i])) throw new ArgumentException($"Probability {i} is NaN", nameof(probabilities));
            logits[i] = LogLoss.Logit(probabilities[i]);
        }

        return Fit(logits, labels, prior: 1);
    }

    /// <summary>The same of logits.</summary>
    /// <param name="logits">Finite.</param>
    /// <param name="labels">One a logit.</param>
    /// <param name="prior">How strongly it is held at <see cref="None"/>. 0: not at all; then a most likely line has to exist.</param>
    internal static Calibration Fit(double[] logits, ReadOnlySpan<bool> labels, double prior)
    {
        var best = None;
        for (var step = 0; step < MostSteps; step++)
        {
            var (intercept, slope, decrement) = best.NewtonStep(logits, labels, prior);
            // So near that a whole step leaves nothing to gain, and the loss is too flat to tell.
            if (decrement < 1e-12) return new(best.Intercept + intercept, best.Slope + slope);
            var next = best.Descend(intercept, slope, logits, labels, prior);
            if (next == best) break;
            best = next;
        }
        return best;
    }

    public double Apply(double logit) => Intercept + Slope * logit;

    /// <summary>This one, and then another on what comes out of it: how a calibrated model is calibrated again.</summary>
    public Calibration Then(Calibration next) => new(next.Apply(Intercept), next.Slope * Slope);

    private (double Intercept, double Slope, double Decrement) NewtonStep(double[] logits, ReadOnlySpan<bool> labels, double prior)
    {
        double g0 = prior * Intercept, g1 = prior * (Slope - 1), h00 = prior, h01 = 0, h11 = prior;
        for (var i = 0; i < logits.Length; i++)
        {
            var p = LogLoss.Probability(Apply(logits[i]));
            var (residual, weight) = (p - (labels[i] ? 1 : 0), p * (1 - p));
            g0 += residual;
            g1 += residual * logits[i];
            h00 += weight;
            h01 += weight * logits[i];
            h11 += weight * logits[i] * logits[i];
        }
        var determinant = h00 * h11 - h01 * h01;
        var step = (Intercept: (h01 * g1 - h11 * g0) / determinant, Slope: (h01 * g0 - h00 * g1) / determinant);
        return (step.Intercept, step.Slope, -(g0 * step.Intercept + g1 * step.Slope));
    }

    // Newton's step can overshoot far from the optimum; it always points downhill.
    private Calibration Descend(double intercept, double slope, double[] logits, ReadOnlySpan<bool> labels, double prior)
    {
        var loss = Loss(logits, labels, prior);
        for (var length = 1.0; length > 1e-9; length /= 2)
        {
            Calibration next = new(Intercept + length * intercept, Slope + length * slope);
            if (next.Loss(logits, labels, prior) < loss) return next;
        }
        return this;
    }

    private double Loss(double[] logits, ReadOnlySpan<bool> labels, double prior)
    {
        var loss = prior * (Intercept * Intercept + (Slope - 1) * (Slope - 1)) / 2;
        for (var i = 0; i < logits.Length; i++) loss += LogLoss.Of(Apply(logits[i]), labels[i]);
        return loss;
    }
}
