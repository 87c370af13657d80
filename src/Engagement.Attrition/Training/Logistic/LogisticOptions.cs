namespace Engagement.Attrition.Training.Logistic;

/// <summary>How a logistic regression is fitted.</summary>
public sealed record LogisticOptions
{
    /// <summary>
    /// How strongly large weights are held back (L2): half the sum of squared weights times this is added to the log-loss summed over
    /// all rows. Above 0. Of several, the one that does best on the validation rows is taken.
    /// </summary>
    public IReadOnlyList<double> Strengths { get; init; } = [10];

    /// <summary>The most bends of a feature's curve, placed at quantiles of the values between its extremes; 0: straight lines.</summary>
    public int Knots { get; init; } = 4;

    /// <summary>The share of rows beyond either end of the range a feature is clipped to, 0 to below 0.5.</summary>
    public double ClipShare { get; init; } = 0.001;

    /// <summary>Pairs of features whose product is a term of its own.</summary>
    public IReadOnlyList<(string First, string Second)> Interactions { get; init; } = [];

    /// <summary>The most that are used; the model does not depend on it.</summary>
    public int Processors { get; init; } = Environment.ProcessorCount;
}
