namespace Engagement.Benchmarks.Reports;

/// <summary>By nearest rank: always a value that was measured.</summary>
internal static class Percentile
{
    public static double Median(IEnumerable<double> values) => Of(0.5, values);

    /// <param name="share">Above 0, up to 1.</param>
    /// <param name="values">At least one.</param>
    public static double Of(double share, IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }
}
