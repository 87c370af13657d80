using System.Runtime.Intrinsics;
using Engagement.Attrition.Features;

namespace Engagement.Attrition.Training.Logistic;

/// <summary>
/// The logits of eight rows at once, one a lane: each term is the same as <see cref="Basis"/> makes it, and is weighed and added at once
/// instead of being written down. Thread-safe.
/// </summary>
internal sealed class LogitLanes
{
    public const int Rows = 8; // a Vector256 of singles

    private readonly double _intercept;
    private readonly Curve[] _curves;
    private readonly Product[] _products;

    public LogitLanes(LogisticModel model, IReadOnlyList<string> names)
    {
        _intercept = model.Intercept;
        _curves = [.. model.Transforms.Select(transform => new Curve(transform))];
        var places = names.Index().ToDictionary(name => name.Item, name => name.Index);
        _products = [.. model.Interactions.Select(product => new Product(places[product.First], places[product.Second], product.Mean, product.Weight))];
    }

    /// <param name="features">Its rows from one on, at most <see cref="Rows"/>, one a logit.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="columns">Scratch: <see cref="Rows"/> values a feature.</param>
    /// <param name="logits">Are written.</param>
    public void Sum(FeatureMatrix features, int first, Span<float> columns, Span<double> logits)
    {
        for (var lane = 0; lane < logits.Length; lane++)
        {
            var row = features.Row(first + lane);
            for (var feature = 0; feature < row.Length; feature++) columns[feature * Rows + lane] = row[feature];
        }

        var sums = new Sums(_intercept);
        for (var feature = 0; feature < _curves.Length; feature++)
        {
            var lanes = columns.Slice(feature * Rows, Rows);
            // The products need what became of each.
            _curves[feature].Add(Vector256.Create<float>(lanes), ref sums).CopyTo(lanes);
        }
        foreach (var product in _products)
        {
            var value = Vector256.Create<float>(columns.Slice(product.First * Rows, Rows)) * Vector256.Create<float>(columns.Slice(product.Second * Rows, Rows));
            sums.Add(value - Vector256.Create(product.Mean), product.Weight);
        }
        Span<double> all = stackalloc double[Rows];
        sums.CopyTo(all);
        all[..logits.Length].CopyTo(logits);
    }

    private readonly record struct Product(int First, int Second, float Mean, double Weight);

    private sealed class Curve(FeatureTransform transform)
    {
        private readonly float _inverseScale = 1 / transform.Scale;
        private readonly (float Knot, float Mean, double Weight)[] _hinges =
            [.. transform.Hinges.Select(hinge => ((hinge.Knot - transform.Mean) * (1 / transform.Scale), hinge.Mean, hinge.Weight))];
        private readonly (float Low, float High, float Mean, double Weight) _line = (transform.Low, transform.High, transform.Mean, transform.Weight);
        private readonly MissingTerm? _missing = transform.Missing;

        /// <summary>Adds all terms of the feature, and gives its z.</summary>
        public Vector256<float> Add(Vector256<float> x, ref Sums sums)
        {
            var isKnown = Vector256.Equals(x, x);
            var clipped = Vector256.MinNative(Vector256.MaxNative(x, Vector256.Create(_line.Low)), Vector256.Create(_line.High));
            var z = (clipped - Vector256.Create(_line.Mean)) * Vector256.Create(_inverseScale) & isKnown;
            sums.Add(z, _line.Weight);
            if (_missing is not null) sums.Add(Vector256.AndNot(Vector256<float>.One, isKnown) - Vector256.Create(_missing.Mean), _missing.Weight);
            foreach (var (knot, mean, weight) in _hinges)
                sums.Add(Vector256.MaxNative(z - Vector256.Create(knot), Vector256<float>.Zero) - Vector256.Create(mean), weight);
            return z;
        }
    }

    /// <summary>In double precision, as many small terms are added.</summary>
    private ref struct Sums(double start)
    {
        private Vector256<double> _lower = Vector256.Create(start), _upper = Vector256.Create(start);

        public void Add(Vector256<float> terms, double weight)
        {
            var (lower, upper) = Vector256.Widen(terms);
            var weights = Vector256.Create(weight);
            _lower = Vector256.FusedMultiplyAdd(lower, weights, _lower);
            _upper = Vector256.FusedMultiplyAdd(upper, weights, _upper);
        }

        public readonly void CopyTo(Span<double> sums)
        {
            _lower.CopyTo(sums);
            _upper.CopyTo(sums[Vector256<double>.Count..]);
        }
    }
}
