namespace Engagement.Attrition.Training.Logistic;

/// <summary>
/// What a fit makes as small as can be: the log-loss summed over the rows, each counted so many times, and half the squared weights
/// times the strength. Convex; strictly so, as the strength is above 0 and both outcomes occur. The intercept costs nothing.
/// </summary>
internal sealed class Objective(Basis basis, TrainingSet set, double rowWeight, double strength, int processors)
{
    private const int TileRows = 128;
    private const double Rounding = 1e-5;

    /// <summary>The loss, and its derivatives by the weights.</summary>
    public double Evaluate(double[] weights, double[] gradient)
    {
        var sums = RowBlocks.Sum(set.Rows, basis.Width + 1, processors, (block, sums) =>
        {
            var terms = new float[basis.Width];
            var slopes = sums.AsSpan(0, basis.Width);
            for (var row = block.Start.Value; row < block.End.Value; row++)
            {
                basis.Expand(set.Features.Row(row), terms);
                var logit = Terms.Dot(terms, weights);
                Terms.AddScaled(terms, LogLoss.Probability(logit) - (set.Labels[row] ? 1 : 0), slopes);
                sums[^1] += LogLoss.Of(logit, set.Labels[row]);
            }
        });
        var loss = rowWeight * sums[^1];
        for (var c = 0; c < basis.Width; c++)
        {
            gradient[c] = rowWeight * sums[c];
            if (c == basis.Intercept) continue;
            gradient[c] += strength * weights[c];
            loss += strength / 2 * weights[c] * weights[c];
        }
        return loss;
    }

    /// <summary>The second derivatives, in single precision where they are summed over a few rows.</summary>
    /// <returns>Row after row, <see cref="Basis.Width"/> squared; the lower triangle is not filled.</returns>
    public double[] Hessian(double[] weights)
    {
        var hessian = RowBlocks.Sum(set.Rows, basis.Width * basis.Width, processors, (block, sums) =>
        {
            var terms = new float[basis.Width];
            var tile = new RowTile(TileRows, basis.Width);
            for (var row = block.Start.Value; row < block.End.Value; row++)
            {
                basis.Expand(set.Features.Row(row), terms);
                var p = LogLoss.Probability(Terms.Dot(terms, weights));
                tile.Add(terms, (float)Math.Sqrt(rowWeight * p * (1 - p)));
                if (tile.IsFull || row == block.End.Value - 1) tile.Flush(sums);
            }
        });
        for (var c = 0; c < basis.Width; c++)
        {
            // The columns that only fill up get a 1 of their own, and what rounding may have made of nearly equal columns is made up
            // for, so that the matrix can be inverted.
            ref var diagonal = ref hessian[c * basis.Width + c];
            diagonal = c > basis.Intercept ? 1 : diagonal * (1 + Rounding) + (c < basis.Intercept ? strength : 0);
        }
        return hessian;
    }
}
