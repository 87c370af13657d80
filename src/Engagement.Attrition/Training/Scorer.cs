using Engagement.Attrition.Features;
using Engagement.Attrition.Training.Corrected;
using Engagement.Attrition.Training.Logistic;
using Engagement.Attrition.Training.Trees;

namespace Engagement.Attrition.Training;

/// <summary>Says of rows how probable the event is, and why; of any, whatever is unknown or extreme in it. Thread-safe.</summary>
public abstract class Scorer
{
    private readonly Calibration _calibration;
    private readonly int _features;

    private protected Scorer(ModelDocument document)
    {
        _calibration = document.Calibration;
        _features = document.Features.Count;
    }

    /// <summary>The calibrated logit that every row starts from: its own contributions come on top.</summary>
    public double Baseline => _calibration.Apply(ModelBaseline);

    /// <summary>The model's own, before calibration.</summary>
    internal abstract double ModelBaseline { get; }

    public static Scorer Of(ModelDocument document) => document switch
    {
        { Logistic: { } logistic, Trees: { } trees } => new CorrectedScorer(document, new LogisticScorer(document, logistic), new TreeScorer(document, trees)),
        { Logistic: { } model } => new LogisticScorer(document, model),
        { Trees: { } model } => new TreeScorer(document, model),
        _ => throw new ArgumentException("The document holds no model", nameof(document)),
    };

    /// <summary>The probability of the event, 0 to 1, for each row.</summary>
    /// <param name="features">Columns as the document's features; NaN: not known.</param>
    /// <param name="processors">The most to use; the scores do not depend on it. 0: all.</param>
    /// <exception cref="ArgumentException">The rows have another number of columns.</exception>
    public double[] Score(FeatureMatrix features, int processors = 0)
    {
        Check(features.Columns);
        var scores = new double[features.Rows];
        RowBlocks.ForEach(features.Rows, processors == 0 ? Environment.ProcessorCount : processors, block =>
        {
            var logits = scores.AsSpan(block);
            Logits(features, block.Start.Value, logits);
            foreach (ref var score in logits) score = LogLoss.Probability(_calibration.Apply(score));
        });
        return scores;
    }

    /// <summary>The model's own logits, before calibration, of all rows.</summary>
    internal double[] Logits(FeatureMatrix features)
    {
        Check(features.Columns);
        var logits = new double[features.Rows];
        RowBlocks.ForEach(features.Rows, Environment.ProcessorCount, block => Logits(features, block.Start.Value, logits.AsSpan(block)));
        return logits;
    }

    /// <summary>
    /// What each feature adds to the calibrated logit of a row, against the usual row of the training set. Together with
    /// <see cref="Baseline"/> they sum to it, up to rounding.
    /// </summary>
    /// <exception cref="ArgumentException">The row has another number of values than the model has features.</exception>
    public double[] Contributions(ReadOnlySpan<float> row)
    {
        Check(row.Length);
        var contributions = new double[_features];
        AddContributions(row, contributions);
        foreach (ref var contribution in contributions.AsSpan()) contribution *= _calibration.Slope;
        return contributions;
    }

    /// <summary>The model's own logits, before calibration, of rows from one on.</summary>
    internal abstract void Logits(FeatureMatrix features, int first, Span<double> logits);

    /// <summary>To the model's own logit.</summary>
    internal abstract void AddContributions(ReadOnlySpan<float> row, Span<double> contributions);

    private void Check(int columns)
    {
        if (columns != _features) throw new ArgumentException($"The model scores {_features} features, the rows have {columns}");
    }
}
