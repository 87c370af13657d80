using Engagement.Attrition.Evaluation;

namespace Engagement.Tests.Attrition.Evaluation;

public class ReliabilityTests
{
    [Fact]
    public void Distances_between_probability_and_what_happened()
    {
        var reliability = Reliability.Of(MadeUpWeeks.Of((0.12, false), (0.18, true), (0.8, true), (0.5, false)));
        Assert.Equal((0.12 * 0.12 + 0.82 * 0.82 + 0.2 * 0.2 + 0.5 * 0.5) / 4, reliability.Brier, 1e-12);
        Assert.Equal(-(Math.Log(0.88) + Math.Log(0.18) + Math.Log(0.8) + Math.Log(0.5)) / 4, reliability.LogLoss, 1e-12);
        // Mean 0.15 where 1 of 2 happened, 0.8 where it did, 0.5 where it did not.
        Assert.Equal((2 * 0.35 + 0.2 + 0.5) / 4, reliability.Ece, 1e-12);
    }

    [Fact]
    public void Ten_bins_the_upper_end_of_each_in_the_next_and_1_in_the_last()
    {
        var bins = Reliability.Of(MadeUpWeeks.Of((0, false), (0.1, true), (0.19, false), (0.7, true), (1, true))).Bins;
        Assert.Equal([1, 2, 0, 0, 0, 0, 0, 1, 0, 1], bins.Select(bin => bin.Rows));
        Assert.Equal(new ReliabilityBin(0.1, 0.2, 2, 0.145, 0.5), bins[1] with { MeanScore = Math.Round(bins[1].MeanScore, 12) });
        Assert.True(double.IsNaN(bins[2].EventRate));
    }

    [Fact]
    public void Probabilities_that_come_true_have_slope_1_and_no_error()
    {
        var reliability = Reliability.Of(MadeUpWeeks.Of((0.25, true), (0.25, false), (0.25, false), (0.25, false), (0.5, true), (0.5, false)));
        Assert.Equal(1, reliability.Line.Slope, 1e-9);
        Assert.Equal(0, reliability.Line.Intercept, 1e-9);
        Assert.Equal(0, reliability.Ece, 1e-12);
    }

    [Fact]
    public void Of_two_scores_the_line_goes_through_what_happened_at_each()
    {
        // At 0.2 one of four, at 0.8 three of five.
        var line = CalibrationLine.Fit(MadeUpWeeks.Of(
            (0.2, true), (0.2, false), (0.2, false), (0.2, false), (0.8, true), (0.8, true), (0.8, true), (0.8, false), (0.8, false)));
        var slope = (Logit(0.6) - Logit(0.25)) / (Logit(0.8) - Logit(0.2));
        Assert.Equal(slope, line.Slope, 1e-9);
        Assert.Equal(Logit(0.25) - slope * Logit(0.2), line.Intercept, 1e-9);
    }

    [Fact]
    public void Logits_twice_as_far_out_halve_the_slope()
    {
        var weeks = MadeUpWeeks.Random(3, learners: 200);
        var extreme = weeks with { Score = Array.ConvertAll(weeks.Score, score => 1 / (1 + Math.Exp(-2 * Logit(score)))) };
        var (line, steep) = (CalibrationLine.Fit(weeks), CalibrationLine.Fit(extreme));
        Assert.InRange(line.Slope, 0.8, 1.2);
        Assert.Equal(line.Slope / 2, steep.Slope, 1e-6);
        Assert.Equal(line.Intercept, steep.Intercept, 1e-6);
    }

    [Fact]
    public void Sure_and_wrong_is_costly_but_finite()
    {
        var reliability = Reliability.Of(MadeUpWeeks.Of((0, true), (1, false), (0.5, true), (0.4, false)));
        Assert.InRange(reliability.LogLoss, 10, 11);
        Assert.True(reliability.Line.Slope < 0);
    }

    [Fact]
    public void Rows_that_do_not_tell_have_no_line()
    {
        Assert.True(IsUnknown((0.2, false), (0.8, false)));
        Assert.True(IsUnknown((0.3, false), (0.3, true)));
        Assert.True(IsUnknown((0.2, false), (0.3, false), (0.7, true)));
        Assert.True(IsUnknown((0.2, false), (0.5, false), (0.5, true), (0.7, true)));
        Assert.True(IsUnknown());
        Assert.False(IsUnknown((0.2, false), (0.5, true), (0.6, false), (0.7, true)));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void What_is_no_probability_is_refused(double score) =>
        Assert.Throws<ArgumentException>(() => Reliability.Of(MadeUpWeeks.Of((0.5, true), (score, false))));

    private static bool IsUnknown(params (double, bool)[] rows) =>
        CalibrationLine.Fit(MadeUpWeeks.Of(rows)) is { Intercept: double.NaN, Slope: double.NaN };

    private static double Logit(double p) => Math.Log(p / (1 - p));
}
