using Engagement.Attrition.Features;
using Engagement.Attrition.Training;

namespace Engagement.Tests.Attrition.Training;

/// <summary>Rows with all that real ones have: skewed values, counts, yes or no, what is not always known, what never changes.</summary>
internal static class MadeUpWeeks
{
    public static readonly string[] Names = ["days_active", "recency", "clicks", "has_posted", "mean_gap", "constant"];

    public static TrainingSet Set(int rows, int seed)
    {
        var random = new Random(seed);
        var values = new float[rows * Names.Length];
        var labels = new bool[rows];
        for (var i = 0; i < rows; i++)
        {
            var mood = Normal(random);
            Span<double> row =
            [
                Math.Clamp(Math.Round(4 * mood + 6 + 2 * Normal(random)), 0, 14),
                Math.Max(0, 5 - 3 * mood + Normal(random)),
                Math.Exp(3 + mood + Normal(random)),
                mood + Normal(random) > 1 ? 1 : 0,
                random.Next(4) == 0 ? double.NaN : Math.Exp(1 - mood / 2 + Normal(random) / 2),
                7,
            ];
            for (var c = 0; c < row.Length; c++) values[i * Names.Length + c] = (float)row[c];
            labels[i] = random.NextDouble() < 1 / (1 + Math.Exp(1.5 + mood - (double.IsNaN(row[4]) ? 0.8 : 0)));
        }
        return new(new(values, Names.Length), labels, Names) { Task = "goes-silent", From = "2013B", Until = "2014B", DataHash = "abc" };
    }

    /// <summary>Rows of so many standard normal columns, with the event as probable as the logit says.</summary>
    public static TrainingSet Normals(int rows, int columns, int seed, Func<float[], double> logit)
    {
        var random = new Random(seed);
        var values = new float[rows * columns];
        var labels = new bool[rows];
        for (var i = 0; i < rows; i++)
        {
            var row = new float[columns];
            for (var c = 0; c < columns; c++) row[c] = (float)Normal(random);
            row.CopyTo(values, i * columns);
            labels[i] = random.NextDouble() < 1 / (1 + Math.Exp(-logit(row)));
        }
        return new(new(values, columns), labels, [.. Enumerable.Range(0, columns).Select(c => $"x{c}")]);
    }

    public static FeatureMatrix OneRow(params float[] values) => new(values, values.Length);

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
