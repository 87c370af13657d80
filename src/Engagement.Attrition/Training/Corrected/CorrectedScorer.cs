using Engagement.Attrition.Features;

namespace Engagement.Attrition.Training.Corrected;

/// <summary>The sum of two models of one document, calibrated as one.</summary>
internal sealed class CorrectedScorer(ModelDocument document, Scorer straight, Scorer corrections) : Scorer(document)
{
    internal override double ModelBaseline => straight.ModelBaseline + corrections.ModelBaseline;

    internal override void Logits(FeatureMatrix features, int first, Span<double> logits)
    {
        straight.Logits(features, first, logits);
        var added = new double[logits.Length];
        corrections.Logits(features, first, added);
        for (var i = 0; i < logits.Length; i++) logits[i] += added[i];
    }

    internal override void AddContributions(ReadOnlySpan<float> row, Span<double> contributions)
    {
        straight.AddContributions(row, contributions);
        corrections.AddContributions(row, contributions);
    }
}
