namespace Engagement.Attrition.Evaluation;

/// <summary>
/// How far a figure might be off: learners are drawn anew, with replacement and with all their weeks, as the weeks of one learner are
/// alike. All statistics see the same draws, so differences between two models can be asked as well. Immutable; safe from many threads.
/// </summary>
public sealed class LearnerBootstrap
{
    private const double Outside = 0.025;

    private readonly int[][] _times;

    /// <param name="learners">Of each person-week; who is there more than once is one learner.</param>
    /// <param name="resamples">At least 1; below 100 the ends of an interval are rough.</param>
    /// <param name="seed">The same seed, the same draws.</param>
    public LearnerBootstrap(IEnumerable<int> learners, int resamples = 200, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        int[] distinct = [.. learners.Distinct().Order()];
        var random = new Random(seed);
        _times = new int[resamples][];
        for (var resample = 0; resample < resamples; resample++)
        {
            var times = _times[resample] = new int[distinct.Length == 0 ? 0 : distinct[^1] + 1];
            for (var draw = 0; draw < distinct.Length; draw++) times[distinct[random.Next(distinct.Length)]]++;
        }
    }

    /// <summary>Where 95 % of the resamples lie (percentiles). Resamples without a figure are left out.</summary>
    /// <param name="statistic">From how often each learner counts, by their number; NaN: no figure. Called by several threads at once.</param>
    public Interval IntervalOf(Func<int[], double> statistic)
    {
        var figures = new double[_times.Length];
        Parallel.For(0, figures.Length, resample => figures[resample] = statistic(_times[resample]));
        double[] sorted = [.. figures.Where(figure => !double.IsNaN(figure)).Order()];
        return new Interval(Percentile(sorted, Outside), Percentile(sorted, 1 - Outside));
    }

    private static double Percentile(double[] sorted, double share)
    {
        if (sorted.Length == 0) return double.NaN;
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return double.Lerp(sorted[below], sorted[Math.Min(below + 1, sorted.Length - 1)], place - below);
    }
}

/// <summary>From where to where; NaN both where there is none.</summary>
public readonly record struct Interval(double Low, double High);
