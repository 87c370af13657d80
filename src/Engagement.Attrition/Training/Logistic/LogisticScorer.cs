using Engagement.Attrition.Features;

namespace Engagement.Attrition.Training.Logistic;

/// <inheritdoc/>
internal sealed class LogisticScorer : Scorer
{
    private readonly Basis _basis;
    private readonly LogitLanes _lanes;
    private readonly double[] _weights;

    public LogisticScorer(ModelDocument document, LogisticModel model) : base(document)
    {
        _basis = new Basis(model, document.Features);
        _lanes = new LogitLanes(model, document.Features);
        _weights = new double[_basis.Width];
        model.Map((number, term) =>
        {
            _weights[_basis.Columns[number]] = term.Weight;
            return term;
        });
        _weights[_basis.Intercept] = model.Intercept;
    }

    internal override double ModelBaseline => _weights[_basis.Intercept];

    internal override void Logits(FeatureMatrix features, int first, Span<double> logits)
    {
        var columns = new float[features.Columns * LogitLanes.Rows];
        for (var i = 0; i < logits.Length; i += LogitLanes.Rows)
            _lanes.Sum(features, first + i, columns, logits.Slice(i, Math.Min(LogitLanes.Rows, logits.Length - i)));
    }

    internal override void AddContributions(ReadOnlySpan<float> row, Span<double> contributions)
    {
        var terms = new float[_basis.Width];
        _basis.Expand(row, terms);
        _basis.AddByFeature(terms, _weights, contributions);
    }
}
