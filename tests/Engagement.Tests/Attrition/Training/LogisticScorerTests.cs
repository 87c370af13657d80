using Engagement.Attrition.Training;
using Engagement.Attrition.Training.Logistic;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Attrition.Training;

public class LogisticScorerTests
{
    private static readonly ModelDocument Model = new LogisticTrainer(new() { Interactions = [("recency", "days_active"), ("clicks", "clicks")] })
        .Train(MadeUpWeeks.Set(3000, seed: 20)) with { Calibration = new(-0.2, 1.3) };

    private static readonly Scorer Scores = Scorer.Of(Model);

    private static Arbitrary<float[]> AnyRow => ArbMap.Default.GeneratorFor<float>().ArrayOf(MadeUpWeeks.Names.Length).ToArbitrary();

    [Fact]
    public void Any_row_has_a_score_by_the_definition_and_contributions_that_sum_to_it() =>
        Prop.ForAll(AnyRow, row =>
        {
            var score = Scores.Score(MadeUpWeeks.OneRow(row)).Single();
            var contributions = Scores.Contributions(row);
            Assert.InRange(score, double.Epsilon, 1 - 1e-15);
            var logit = Math.Log(score / (1 - score));
            Assert.Equal(-0.2 + 1.3 * ReferenceLogistic.Logit(Model.Logistic!, Model.Features, row), logit, 1e-3);
            Assert.All(contributions, contribution => Assert.True(double.IsFinite(contribution)));
            Assert.Equal(logit, Scores.Baseline + contributions.Sum(), 1e-9 * (1 + Math.Exp(Math.Abs(logit))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Values_beyond_the_training_range_count_as_its_ends()
    {
        var ends = Model.Logistic!.Transforms;
        float[] inside = [3, 4, 50, 0, 2, 7];
        for (var c = 0; c < inside.Length; c++)
        {
            Assert.Equal(With(c, ends[c].High), With(c, float.PositiveInfinity));
            Assert.Equal(With(c, ends[c].High), With(c, ends[c].High * 1.5f + 1));
            Assert.Equal(With(c, ends[c].Low), With(c, float.NegativeInfinity));
        }
        Assert.NotEqual(With(2, ends[2].High), With(2, ends[2].High * 0.9f));

        double With(int column, float value)
        {
            var row = (float[])inside.Clone();
            row[column] = value;
            return Scores.Score(MadeUpWeeks.OneRow(row)).Single();
        }
    }

    [Fact]
    public void An_unknown_value_counts_as_the_mean_and_as_unknown()
    {
        var transform = Model.Logistic!.Transforms[4];
        float[] unknown = [3, 4, 50, 0, float.NaN, 7], usual = [3, 4, 50, 0, transform.Mean, 7];

        var difference = Scores.Contributions(unknown)[4] - Scores.Contributions(usual)[4];

        Assert.Equal(1.3 * transform.Missing!.Weight, difference, 1e-6);
    }

    [Fact]
    public void A_row_scores_the_same_alone_as_among_many()
    {
        var set = MadeUpWeeks.Set(9001, seed: 21);

        var scores = Scores.Score(set.Features);

        Assert.Equal(scores, Scores.Score(set.Features, processors: 1));
        Assert.All([0, 4095, 4096, 9000], i => Assert.Equal(scores[i], Scores.Score(new(set.Features.Row(i).ToArray(), 6)).Single()));
    }

    [Fact]
    public void On_average_the_contributions_cancel_out()
    {
        var set = MadeUpWeeks.Set(3000, seed: 20);

        var sums = new double[6];
        for (var i = 0; i < set.Rows; i++)
            foreach (var (c, contribution) in Scores.Contributions(set.Features.Row(i)).Index()) sums[c] += contribution;

        Assert.All(sums, sum => Assert.Equal(0, sum / set.Rows, 1e-5));
    }

    [Fact]
    public void Rows_of_other_columns_are_refused() =>
        Assert.Contains("6 features, the rows have 5", Assert.Throws<ArgumentException>(() => Scores.Score(new(new float[10], 5))).Message);
}
