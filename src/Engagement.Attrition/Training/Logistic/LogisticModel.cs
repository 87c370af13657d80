using System.Text.Json.Serialization;

namespace Engagement.Attrition.Training.Logistic;

/// <summary>
/// A logistic regression on terms made of the features. A feature x is read as z = (x - Mean) / Scale, x first clipped to Low to
/// High; unknown as z = 0. Each term is weighed by its distance from its mean among the training rows, so that a term adds nothing
/// where it is as usual, and the intercept is the logit of the usual row.
/// </summary>
/// <param name="Strength">What half the sum of squared weights was multiplied with in the loss, against a sum over all rows.</param>
/// <param name="Intercept">Logit.</param>
/// <param name="Transforms">One a feature, in order.</param>
/// <param name="Interactions">Products of two features' z.</param>
public sealed record LogisticModel(
    double Strength, double Intercept, IReadOnlyList<FeatureTransform> Transforms, IReadOnlyList<InteractionTerm> Interactions)
{
    /// <summary>
    /// Each term's mean and weight changed; terms are numbered in the order they are written in: by feature its z, what is missing, its
    /// hinges; then the interactions. A z has no mean of its own.
    /// </summary>
    internal LogisticModel Map(Func<int, (float Mean, double Weight), (float Mean, double Weight)> change)
    {
        var number = 0;
        return this with
        {
            Transforms = [.. Transforms.Select(transform => transform with
            {
                Weight = change(number++, (0, transform.Weight)).Weight,
                Missing = transform.Missing is { } term ? Missing(change(number++, (term.Mean, term.Weight))) : null,
                Hinges = [.. transform.Hinges.Select(hinge => Hinge(hinge.Knot, change(number++, (hinge.Mean, hinge.Weight))))],
            })],
            Interactions = [.. Interactions.Select(product => Product(product, change(number++, (product.Mean, product.Weight))))],
        };

        static MissingTerm Missing((float Mean, double Weight) term) => new(term.Mean, term.Weight);
        static HingeTerm Hinge(float knot, (float Mean, double Weight) term) => new(knot, term.Mean, term.Weight);
        static InteractionTerm Product(InteractionTerm product, (float Mean, double Weight) term) =>
            product with { Mean = term.Mean, Weight = term.Weight };
    }

    /// <summary>What is wrong with it, if anything.</summary>
    internal string? Fault(IReadOnlyList<string> features)
    {
        if (Transforms.Count != features.Count) return $"{Transforms.Count} transforms for {features.Count} features";
        for (var i = 0; i < features.Count; i++)
            if (!(float.IsFinite(Transforms[i].Low) && Transforms[i].Low <= Transforms[i].High && float.IsFinite(Transforms[i].High)
                && float.IsFinite(Transforms[i].Mean) && float.IsNormal(Transforms[i].Scale) && Transforms[i].Scale > 0))
                return $"the range, mean or scale of {features[i]} is none";
        var isFinite = double.IsFinite(Intercept);
        Map((_, term) =>
        {
            isFinite &= float.IsFinite(term.Mean) && double.IsFinite(term.Weight);
            return term;
        });
        if (!isFinite) return "a mean or weight is not finite";
        var multiplied = Interactions.SelectMany(term => new[] { term.First, term.Second });
        return multiplied.FirstOrDefault(name => !features.Contains(name)) is { } unknown
            ? $"an interaction is with {unknown}, which is no feature of it"
            : null;
    }
}

/// <summary>How a feature is read, and the weights of its terms.</summary>
/// <param name="Low">Lower end of the training range.</param>
/// <param name="High">Upper end of the training range.</param>
/// <param name="Mean">Of the known and clipped values.</param>
/// <param name="Scale">Their standard deviation, above 0; 1 where there is none.</param>
/// <param name="Weight">Of z.</param>
/// <param name="Missing">What it adds that the value is not known; null: it was always known.</param>
/// <param name="Hinges">By ascending knot.</param>
public sealed record FeatureTransform(
    float Low, float High, float Mean, float Scale, double Weight, MissingTerm? Missing, IReadOnlyList<HingeTerm> Hinges)
{
    /// <summary>From the lowest to the highest point of the feature's curve between Low and High, in logits.</summary>
    [JsonIgnore]
    public double Span
    {
        get
        {
            double[] points = [Low, .. Hinges.Select(hinge => (double)hinge.Knot), High];
            var heights = points.Select(x => (Weight * x + Hinges.Sum(hinge => hinge.Weight * Math.Max(0, x - hinge.Knot))) / Scale).ToList();
            return heights.Max() - heights.Min();
        }
    }
}

/// <summary>1 where the value is not known, else 0.</summary>
/// <param name="Mean">The share of training rows where it was not.</param>
/// <param name="Weight">Logit.</param>
public sealed record MissingTerm(float Mean, double Weight);

/// <summary>How far z is above the knot's; 0 below.</summary>
/// <param name="Knot">In units of the feature.</param>
/// <param name="Mean">Of the term.</param>
/// <param name="Weight">Change of slope at the knot.</param>
public sealed record HingeTerm(float Knot, float Mean, double Weight);

/// <summary>The product of two features' z.</summary>
/// <param name="First">A feature.</param>
/// <param name="Second">Another, or the same.</param>
/// <param name="Mean">Of the term.</param>
/// <param name="Weight">Logit.</param>
public sealed record InteractionTerm(string First, string Second, float Mean, double Weight);
