using Engagement.Attrition.Evaluation;

namespace Engagement.Tests.Attrition.Evaluation;

public class LearnerBootstrapTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_interval_of_an_AUC_holds_it_and_is_the_same_each_time(int seed)
    {
        var weeks = MadeUpWeeks.Random(seed, learners: 60);
        var interval = OfAuc(weeks);
        Assert.InRange(new Ranking(weeks).Auc(), interval.Low, interval.High);
        Assert.True(interval.High - interval.Low is > 0.005 and < 0.4);
        Assert.Equal(interval, OfAuc(weeks));
    }

    [Fact]
    public void Weeks_of_one_learner_are_drawn_together()
    {
        // 60 learners of 25 weeks all alike know no more than 60 weeks do; were weeks drawn, the interval would be a fifth as wide.
        var random = new Random(5);
        var people = Enumerable.Range(0, 60).Select(_ => random.NextDouble()).Select(score => (score, random.NextDouble() < score)).ToArray();
        var alone = MadeUpWeeks.Of([.. Enumerable.Repeat(people, 25).SelectMany(week => week)]);
        var together = alone with { Learner = Array.ConvertAll(alone.Learner, learner => learner % 60) };
        Assert.InRange(Width(together) / Width(alone), 3.5, 7);
    }

    [Fact]
    public void Every_resample_has_as_many_learners_as_there_are()
    {
        var drawn = new LearnerBootstrap([4, 4, 9, 2], resamples: 50);
        Assert.Equal(new Interval(3, 3), drawn.IntervalOf(times => times.Sum()));
        Assert.Equal(new Interval(0, 0), drawn.IntervalOf(times => times[0] + times[1] + times[3]));
        Assert.True(drawn.IntervalOf(times => times[9]) is { Low: 0, High: >= 2 });
    }

    [Fact]
    public void Resamples_without_a_figure_are_left_out()
    {
        var drawn = new LearnerBootstrap([0, 1], resamples: 50);
        Assert.Equal(new Interval(7, 7), drawn.IntervalOf(times => times[0] == 0 ? double.NaN : 7));
        Assert.Equal(new Interval(double.NaN, double.NaN), drawn.IntervalOf(_ => double.NaN));
    }

    private static double Width(ScoredWeeks weeks) => OfAuc(weeks) is var interval ? interval.High - interval.Low : 0;

    private static Interval OfAuc(ScoredWeeks weeks)
    {
        var ranking = new Ranking(weeks);
        return new LearnerBootstrap(weeks.Learner).IntervalOf(times => ranking.Auc(times));
    }
}
