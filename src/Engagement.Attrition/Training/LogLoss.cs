namespace Engagement.Attrition.Training;

/// <summary>The logistic function and its loss, on logits of any size without overflow.</summary>
internal static class LogLoss
{
    public static double Probability(double logit) => 1 / (1 + Math.Exp(-logit));

    /// <summary>The logit of a probability; nothing is taken to be surer than 1e-16.</summary>
    public static double Logit(double probability)
    {
        var inside = Math.Clamp(probability, 1e-16, 1 - 1e-16);
        return Math.Log(inside) - Math.Log(1 - inside);
    }

    /// <summary>-log of the probability given to what happened.</summary>
    public static double Of(double logit, bool label)
    {
        var wrong = label ? -logit : logit;
        return Math.Max(wrong, 0) + Math.Log(1 + Math.Exp(-Math.Abs(wrong)));
    }

    public static double Mean(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> labels)
    {
        var sum = 0.0;
        for (var i = 0; i < labels.Length; i++) sum += Of(Logit(probabilities[i]), labels[i]);
        return sum / labels.Length;
    }
}
