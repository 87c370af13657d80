using Engagement.Attrition.Features;

namespace Engagement.Attrition.Training.Logistic;

/// <summary>Lays out the terms for a training set: a model whose weights are all 0.</summary>
internal static class BasisFit
{
    // Where single precision still has room for products; ends of ranges are held inside.
    private const float Largest = 1e15f, LeastScale = 1e-15f;

    /// <param name="features">All rows.</param>
    /// <param name="sample">Some of the rows, for the quantiles.</param>
    /// <param name="names">Of the features.</param>
    /// <param name="options">Knots, clipping and interactions.</param>
    public static LogisticModel Of(FeatureMatrix features, FeatureMatrix sample, IReadOnlyList<string> names, LogisticOptions options)
    {
        var ranges = new FeatureTransform[features.Columns];
        Parallel.For(0, ranges.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Processors },
            column => ranges[column] = Range(sample, column, options));
        var model = new LogisticModel(0, 0, Standardised(features, ranges, options.Processors),
            [.. options.Interactions.Select(pair => new InteractionTerm(pair.First, pair.Second, 0, 0))]);
        return Centred(model, features, names, options.Processors);
    }

    private static FeatureTransform Range(FeatureMatrix sample, int column, LogisticOptions options)
    {
        var known = sample.Sorted(column);
        if (known.Count == 0) return new(0, 0, 0, 1, 0, null, []);
        var beyond = (int)(known.Count * options.ClipShare);
        var (low, high) = (known[beyond], known[^(beyond + 1)]);
        // What hardly ever happens is not clipped away.
        if (low == high) (low, high) = (known[0], known[^1]);
        (low, high) = (Math.Clamp(low, -Largest, Largest), Math.Clamp(high, -Largest, Largest));

        var between = known.FindAll(value => value > low && value < high);
        var knots = between.Count == 0 ? [] : Enumerable.Range(1, options.Knots)
            .Select(k => between[(int)((long)k * between.Count / (options.Knots + 1))]).Distinct();
        return new(low, high, 0, 1, 0, null, [.. knots.Select(knot => new HingeTerm(knot, 0, 0))]);
    }

    private static FeatureTransform[] Standardised(FeatureMatrix features, FeatureTransform[] ranges, int processors)
    {
        // Measured from the middle of the range, lest the squares of large values hide the spread.
        var columns = ranges.Length;
        var middles = Array.ConvertAll(ranges, range => range.Low / 2 + range.High / 2);
        var sums = RowBlocks.Sum(features.Rows, 3 * columns, processors, (block, sums) =>
        {
            for (var row = block.Start.Value; row < block.End.Value; row++)
            {
                var values = features.Row(row);
                for (var c = 0; c < columns; c++)
                {
                    if (float.IsNaN(values[c])) continue;
                    double x = Math.Clamp(values[c], ranges[c].Low, ranges[c].High) - middles[c];
                    sums[c] += 1;
                    sums[columns + c] += x;
                    sums[2 * columns + c] += x * x;
                }
            }
        });
        return [.. ranges.Select((range, c) =>
        {
            var (known, sum, squares) = (sums[c], sums[columns + c], sums[2 * columns + c]);
            var mean = known == 0 ? 0 : sum / known;
            var deviation = known == 0 ? 0 : Math.Sqrt(Math.Max(squares / known - mean * mean, 0));
            return range with
            {
                Mean = (float)(middles[c] + mean),
                Scale = deviation < LeastScale ? 1 : (float)deviation,
                // What is always, or never, known tells nothing by that.
                Missing = known == features.Rows || known == 0 ? null : new(0, 0),
            };
        })];
    }

    private static LogisticModel Centred(LogisticModel model, FeatureMatrix features, IReadOnlyList<string> names, int processors)
    {
        var basis = new Basis(model, names);
        var sums = RowBlocks.Sum(features.Rows, basis.Width, processors, (block, sums) =>
        {
            var terms = new float[basis.Width];
            for (var row = block.Start.Value; row < block.End.Value; row++)
            {
                basis.Expand(features.Row(row), terms);
                Terms.AddScaled(terms, 1, sums);
            }
        });
        return model.Map((number, term) => ((float)(sums[basis.Columns[number]] / features.Rows), term.Weight));
    }
}
