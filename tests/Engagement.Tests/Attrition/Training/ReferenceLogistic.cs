using Engagement.Attrition.Training;
using Engagement.Attrition.Training.Logistic;

namespace Engagement.Tests.Attrition.Training;

/// <summary>The logistic model a second time, slowly, in double precision, straight from its definition.</summary>
internal static class ReferenceLogistic
{
    /// <summary>Terms of a row by what the document says, in its order, without the intercept.</summary>
    public static double[] Terms(LogisticModel model, IReadOnlyList<string> names, ReadOnlySpan<float> row)
    {
        var terms = new List<double>();
        var zs = new double[names.Count];
        for (var i = 0; i < zs.Length; i++)
        {
            var t = model.Transforms[i];
            zs[i] = float.IsNaN(row[i]) ? 0 : (Math.Clamp((double)row[i], t.Low, t.High) - t.Mean) / t.Scale;
            terms.Add(zs[i]);
            if (t.Missing is { } missing) terms.Add((float.IsNaN(row[i]) ? 1 : 0) - missing.Mean);
            foreach (var hinge in t.Hinges) terms.Add(Math.Max(0, zs[i] - ((double)hinge.Knot - t.Mean) / t.Scale) - hinge.Mean);
        }
        foreach (var pair in model.Interactions) terms.Add(zs[Place(pair.First)] * zs[Place(pair.Second)] - pair.Mean);
        return [.. terms];

        int Place(string name) => names.Index().Single(other => other.Item == name).Index;
    }

    /// <summary>Weights in the document's order, and last the intercept.</summary>
    public static double[] Weights(LogisticModel model) =>
    [
        .. model.Transforms.SelectMany(t => new[] { t.Weight, t.Missing?.Weight ?? double.NaN }.Where(w => !double.IsNaN(w)).Concat(t.Hinges.Select(h => h.Weight))),
        .. model.Interactions.Select(pair => pair.Weight),
        model.Intercept,
    ];

    public static double Logit(LogisticModel model, IReadOnlyList<string> names, ReadOnlySpan<float> row)
    {
        var (terms, weights) = (Terms(model, names, row), Weights(model));
        return weights[^1] + terms.Zip(weights, (term, weight) => term * weight).Sum();
    }

    /// <summary>Newton's method with whole matrices and no short cut, from 0; weights as <see cref="Weights"/> has them.</summary>
    public static double[] Fit(LogisticModel layout, TrainingSet set, double strength)
    {
        var rows = Enumerable.Range(0, set.Rows).Select(i => (double[])[.. Terms(layout, set.Names, set.Features.Row(i)), 1]).ToArray();
        var weights = new double[rows[0].Length];
        for (var step = 0; step < 30; step++)
        {
            var gradient = weights.Select((w, c) => c == weights.Length - 1 ? 0 : strength * w).ToArray();
            var hessian = weights.Select((_, c) => weights.Select((_, d) => c == d && c < weights.Length - 1 ? strength : 0).ToArray()).ToArray();
            for (var i = 0; i < rows.Length; i++)
            {
                var p = 1 / (1 + Math.Exp(-rows[i].Zip(weights, (x, w) => x * w).Sum()));
                for (var c = 0; c < weights.Length; c++)
                {
                    gradient[c] += (p - (set.Labels[i] ? 1 : 0)) * rows[i][c];
                    for (var d = 0; d < weights.Length; d++) hessian[c][d] += p * (1 - p) * rows[i][c] * rows[i][d];
                }
            }
            var move = Solve(hessian, gradient);
            for (var c = 0; c < weights.Length; c++) weights[c] -= move[c];
        }
        return weights;
    }

    /// <summary>Gaussian elimination with pivoting.</summary>
    public static double[] Solve(double[][] matrix, double[] right)
    {
        var lines = matrix.Select((line, i) => (double[])[.. line, right[i]]).ToArray();
        for (var c = 0; c < lines.Length; c++)
        {
            var pivot = Enumerable.Range(c, lines.Length - c).MaxBy(i => Math.Abs(lines[i][c]));
            (lines[c], lines[pivot]) = (lines[pivot], lines[c]);
            for (var i = 0; i < lines.Length; i++)
            {
                if (i == c) continue;
                var factor = lines[i][c] / lines[c][c];
                for (var d = c; d <= lines.Length; d++) lines[i][d] -= factor * lines[c][d];
            }
        }
        return [.. lines.Select((line, c) => line[^1] / line[c])];
    }
}
