namespace Engagement.Attrition.Training.Trees;

/// <summary>A question that parts a leaf in two.</summary>
/// <param name="Gain">How much the loss falls, to second order; not above 0: there is none.</param>
/// <param name="Feature">Asked of.</param>
/// <param name="Bin">Bins up to and with it go left.</param>
/// <param name="MissingLeft">Whether unknown values go left.</param>
/// <param name="Left">What goes left.</param>
internal readonly record struct Split(double Gain, int Feature, byte Bin, bool MissingLeft, Slopes Left)
{
    /// <summary>The best question about a feature; of equals the first.</summary>
    public static Split Best(ReadOnlySpan<double> sums, int feature, int cuts, Slopes all, TreeOptions options)
    {
        Split best = default;
        var missing = new Slopes(sums[2 * Bins.Missing], sums[2 * Bins.Missing + 1]);
        // What subtraction leaves of nothing is not counted as missing.
        var isMissing = missing.Weight > 1e-9;
        Slopes known = default;
        for (var bin = 0; bin < cuts + (isMissing ? 1 : 0); bin++)
        {
            var here = new Slopes(sums[2 * bin], sums[2 * bin + 1]);
            known += here;
            if (here.Weight <= 0 && bin < cuts) continue;
            Try(known, (byte)bin, !isMissing && known.Weight >= all.Weight / 2);
            if (isMissing && bin < cuts) Try(known + missing, (byte)bin, true);
        }
        return best;

        void Try(Slopes left, byte bin, bool missingLeft)
        {
            var right = all - left;
            if (left.Weight < options.LeastWeight || right.Weight < options.LeastWeight) return;
            var gain = (left.Fall(options.Strength) + right.Fall(options.Strength) - all.Fall(options.Strength)) / 2;
            if (gain > best.Gain) best = new(gain, feature, bin, missingLeft, left);
        }
    }
}

/// <summary>Sums over rows of the loss's first and second derivative by the logit.</summary>
internal readonly record struct Slopes(double Gradient, double Weight)
{
    /// <summary>What a leaf of these rows adds to the logit.</summary>
    public double Value(double strength) => -Gradient / (Weight + strength);

    /// <summary>Twice how much the loss falls by that.</summary>
    public double Fall(double strength) => Gradient * Gradient / (Weight + strength);

    public static Slopes operator +(Slopes a, Slopes b) => new(a.Gradient + b.Gradient, a.Weight + b.Weight);

    public static Slopes operator -(Slopes a, Slopes b) => new(a.Gradient - b.Gradient, a.Weight - b.Weight);
}
