using Engagement.Attrition.Training;

namespace Engagement.Tests.Attrition.Training;

public class CalibrationTests
{
    [Fact]
    public void A_distorted_score_is_set_right()
    {
        var (logits, labels) = Truth(40_000);
        var distorted = Array.ConvertAll(logits, logit => Probability(1.5 + 2 * logit));

        var calibration = Calibration.Fit(distorted, labels);

        // logit = (distorted - 1.5) / 2; standard errors are about 0.01.
        Assert.Equal(0.5, calibration.Slope, 0.03);
        Assert.Equal(-0.75, calibration.Intercept, 0.05);
    }

    [Fact]
    public void What_is_right_stays()
    {
        var (logits, labels) = Truth(40_000);

        var calibration = Calibration.Fit(Array.ConvertAll(logits, Probability), labels);

        Assert.Equal(1, calibration.Slope, 0.04);
        Assert.Equal(0, calibration.Intercept, 0.06);
    }

    [Fact]
    public void After_it_predicted_and_observed_events_are_as_many()
    {
        var (logits, labels) = Truth(40_000);
        var distorted = Array.ConvertAll(logits, logit => Probability(logit + 3));

        var calibration = Calibration.Fit(distorted, labels);

        Assert.Equal(labels.Count(label => label), distorted.Sum(p => Probability(calibration.Apply(Math.Log(p / (1 - p))))), 5.0);
    }

    [Theory]
    [InlineData(new double[0], new bool[0])]
    [InlineData(new[] { 0.1, 0.9 }, new[] { false, true })]
    [InlineData(new[] { 0.0, 1.0 }, new[] { true, false })]
    [InlineData(new[] { 0.3, 0.3, 0.3 }, new[] { true, true, true })]
    public void Few_rows_move_it_little_and_never_to_infinity(double[] probabilities, bool[] labels)
    {
        var calibration = Calibration.Fit(probabilities, labels);

        Assert.InRange(calibration.Intercept, -2, 2);
        Assert.InRange(calibration.Slope, -1, 3);
    }

    [Fact]
    public void One_after_the_other_is_one()
    {
        Calibration first = new(0.5, 2), second = new(-1, 0.25);

        Assert.Equal(second.Apply(first.Apply(0.7)), first.Then(second).Apply(0.7), 1e-12);
    }

    [Fact]
    public void A_probability_that_is_none_is_refused() =>
        Assert.Contains("Probability 1 is NaN", Assert.Throws<ArgumentException>(() => Calibration.Fit([0.5, double.NaN], [true, false])).Message);

    private static double Probability(double logit) => 1 / (1 + Math.Exp(-logit));

    private static (double[] Logits, bool[] Labels) Truth(int rows)
    {
        var random = new Random(40);
        var logits = Enumerable.Range(0, rows).Select(_ => -2 + 3 * (random.NextDouble() + random.NextDouble() - 1)).ToArray();
        return (logits, Array.ConvertAll(logits, logit => random.NextDouble() < Probability(logit)));
    }
}
