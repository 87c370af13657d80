namespace Engagement.Attrition.Training.Logistic;

/// <summary>
/// Logistic regression on bent lines: each feature adds its own curve to the logit, made of a few straight pieces, so that the weights
/// times the inputs are the reasons. Thread-safe.
/// </summary>
public sealed class LogisticTrainer : ITrainer
{
    internal const string Kind = "logistic";

    /// <summary>Rows that quantiles and second derivatives are taken from: enough, and much fewer than all.</summary>
    internal const int SampleRows = 32_768;

    private readonly LogisticOptions _options;
    private readonly IMinimum _minimum;

    public LogisticTrainer(LogisticOptions options) : this(options, new Minimum())
    {
    }

    internal LogisticTrainer(LogisticOptions options, IMinimum minimum) => (_options, _minimum) = (options, minimum);

    public string Name => Kind;

    /// <inheritdoc/>
    /// <remarks>Writes the metrics <c>train_log_loss</c> and, given validation rows, <c>validation_log_loss</c>, both per row.</remarks>
    public ModelDocument Train(TrainingSet set, TrainingSet? validation = null)
    {
        Check(set, validation);
        var layout = BasisFit.Of(set.Features, set.Sample(SampleRows).Features, set.Names, _options);
        var basis = new Basis(layout, set.Names);

        // From the strongest down: each starts where the one before it, a little stiffer, ended.
        var weights = new double[basis.Width];
        weights[basis.Intercept] = LogLoss.Logit(set.BaseRate);
        ModelDocument? best = null;
        foreach (var strength in _options.Strengths.OrderDescending())
        {
            weights = _minimum.Find(basis, set, strength, weights, _options.Processors);
            var document = Document(set, validation, layout, basis, weights, strength);
            if (best is null || document.Metrics[Metric.ValidationLogLoss] < best.Metrics[Metric.ValidationLogLoss]) best = document;
        }
        return best!;
    }

    private ModelDocument Document(
        TrainingSet set, TrainingSet? validation, LogisticModel layout, Basis basis, double[] weights, double strength)
    {
        var document = ModelDocument.Of(Kind, set) with
        {
            TrainedBy = _minimum.Name,
            Logistic = layout.Map((number, term) => (term.Mean, weights[basis.Columns[number]])) with
            {
                Strength = strength, Intercept = weights[basis.Intercept],
            },
        };
        return document with { Metrics = Metric.LogLosses(document, set, validation, _options.Processors) };
    }

    private void Check(TrainingSet set, TrainingSet? validation)
    {
        set.RefuseUnlike(validation);
        if (_options.Strengths.Count == 0 || !_options.Strengths.All(strength => strength > 0))
            throw new ArgumentException("There must be strengths, all above 0");
        if (_options.Strengths.Count > 1 && validation is null)
            throw new ArgumentException("Several strengths, and no validation rows to choose by", nameof(validation));
        if (_options is not { Knots: >= 0, ClipShare: >= 0 and < 0.5, Processors: > 0 })
            throw new ArgumentException($"Not to be used: {_options}");
        foreach (var (first, second) in _options.Interactions)
            if (!set.Names.Contains(first) || !set.Names.Contains(second))
                throw new ArgumentException($"There are no features {first} and {second} to multiply");
    }
}
