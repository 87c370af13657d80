using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Engagement.Attrition.Training.Logistic;

/// <summary>
/// Makes terms of a row of features, in single precision: each feature's z, then what is missing, hinges, interactions, and last the
/// 1 of the intercept. All but the 1 are distances from their means. Features with more hinges come first, so that the first, second
/// and further hinges each belong to the first so many z, and are computed a whole vector at a time. Thread-safe.
/// </summary>
internal sealed class Basis
{
    private const int Lanes = 8;

    private readonly int _features, _missingEnd;
    private readonly int[] _hingeStarts, _places;

    // By column; sources are features. As wide as the row of terms, as a vector may reach into the columns of the next kind, which are
    // written after it.
    private readonly int[] _source, _other;
    private readonly float[] _low, _high, _mean, _inverseScale, _knot, _center;
    private readonly List<int> _columns = [];

    public Basis(LogisticModel model, IReadOnlyList<string> names)
    {
        var transforms = model.Transforms;
        _features = transforms.Count;
        _missingEnd = _features + transforms.Count(transform => transform.Missing is not null);
        _hingeStarts = new int[1 + transforms.Max(transform => transform.Hinges.Count)];
        _hingeStarts[0] = _missingEnd;
        for (var k = 1; k < _hingeStarts.Length; k++)
            _hingeStarts[k] = _hingeStarts[k - 1] + transforms.Count(transform => transform.Hinges.Count >= k);
        Intercept = _hingeStarts[^1] + model.Interactions.Count;
        Width = (Intercept + 1 + 2 * (Lanes - 1)) / Lanes * Lanes;
        (_source, _other) = (new int[Width], new int[Width]);
        (_low, _high, _mean, _inverseScale, _knot, _center) =
            (new float[Width], new float[Width], new float[Width], new float[Width], new float[Width], new float[Width]);

        _places = new int[_features];
        foreach (var (place, feature) in Enumerable.Range(0, _features).OrderByDescending(i => transforms[i].Hinges.Count).Index())
            _places[feature] = place;
        var missing = _features;
        for (var i = 0; i < _features; i++)
        {
            var (transform, z) = (transforms[i], Column(_places[i], i, 0));
            (_low[z], _high[z], _mean[z], _inverseScale[z]) = (transform.Low, transform.High, transform.Mean, 1 / transform.Scale);
            if (transform.Missing is { } term) Column(missing++, i, term.Mean);
            foreach (var (k, hinge) in transform.Hinges.Index())
                _knot[Column(_hingeStarts[k] + z, i, hinge.Mean)] = (hinge.Knot - transform.Mean) * _inverseScale[z];
        }
        foreach (var (i, product) in model.Interactions.Index())
            _other[Column(_hingeStarts[^1] + i, Feature(product.First), product.Mean)] = Feature(product.Second);

        int Feature(string name) => names.Index().First(other => other.Item == name).Index;
        int Column(int column, int source, float center)
        {
            (_source[column], _center[column]) = (source, center);
            _columns.Add(column);
            return column;
        }
    }

    /// <summary>The columns of a model's terms, in the order it has them (<see cref="LogisticModel.Map"/>).</summary>
    public IReadOnlyList<int> Columns => _columns;

    /// <summary>The column that is always 1.</summary>
    public int Intercept { get; }

    /// <summary>Columns, filled up with zeros to whole vectors.</summary>
    public int Width { get; }

    /// <param name="row">As many values as features; NaN: not known.</param>
    /// <param name="terms">As many as <see cref="Width"/>; all are written, all finite.</param>
    public void Expand(ReadOnlySpan<float> row, Span<float> terms)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(row.Length, _features);
        ArgumentOutOfRangeException.ThrowIfNotEqual(terms.Length, Width);
        ref var first = ref MemoryMarshal.GetReference(terms);
        var (source, knot, center) = (_source, _knot, _center);
        for (var c = 0; c < _features; c++) terms[c] = row[source[c]];
        for (var c = 0; c < _features; c += Lanes)
        {
            var x = At(ref first, c);
            var clipped = Vector256.MinNative(Vector256.MaxNative(x, At(_low, c)), At(_high, c));
            var z = (clipped - At(_mean, c)) * At(_inverseScale, c);
            Vector256.ConditionalSelect(Vector256.Equals(x, x), z, Vector256<float>.Zero).StoreUnsafe(ref first, (nuint)c);
        }

        for (var c = _features; c < _missingEnd; c++) terms[c] = row[source[c]];
        for (var c = _features; c < _missingEnd; c += Lanes)
        {
            var x = At(ref first, c);
            var isMissing = Vector256.ConditionalSelect(Vector256.Equals(x, x), Vector256<float>.Zero, Vector256<float>.One);
            (isMissing - At(center, c)).StoreUnsafe(ref first, (nuint)c);
        }

        for (var k = 1; k < _hingeStarts.Length; k++)
            for (int z = 0, c = _hingeStarts[k - 1], end = _hingeStarts[k]; c < end; z += Lanes, c += Lanes)
            {
                var above = Vector256.MaxNative(At(ref first, z) - At(knot, c), Vector256<float>.Zero);
                (above - At(center, c)).StoreUnsafe(ref first, (nuint)c);
            }

        for (var c = _hingeStarts[^1]; c < Intercept; c++)
            terms[c] = terms[_places[_source[c]]] * terms[_places[_other[c]]] - _center[c];
        terms[Intercept] = 1;
        terms[(Intercept + 1)..].Clear();
    }

    /// <summary>Adds each column's weighted term to its feature, an interaction's half to each of the two; not the intercept.</summary>
    public void AddByFeature(ReadOnlySpan<float> terms, double[] weights, Span<double> features)
    {
        for (var c = 0; c < _hingeStarts[^1]; c++) features[_source[c]] += weights[c] * terms[c];
        for (var c = _hingeStarts[^1]; c < Intercept; c++)
        {
            var half = weights[c] * terms[c] / 2;
            features[_source[c]] += half;
            features[_other[c]] += half;
        }
    }

    private static Vector256<float> At(float[] values, int column) => At(ref MemoryMarshal.GetArrayDataReference(values), column);

    private static Vector256<float> At(ref float first, int column) => Vector256.LoadUnsafe(ref first, (nuint)column);
}
