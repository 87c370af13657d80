using Engagement.Attrition.Evaluation;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Attrition.Evaluation;

public class RankingTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void Auc_is_the_share_of_pairs_in_the_right_order() => Prop.ForAll<int>(seed =>
    {
        var weeks = MadeUpWeeks.Random(seed, scores: 8, learners: 12);
        Assert.Equal(ByPairs(weeks), new Ranking(weeks).Auc(), 1e-12);
    }).Check(Runs);

    [Fact]
    public void Only_the_order_of_scores_counts() => Prop.ForAll<int>(seed =>
    {
        var weeks = MadeUpWeeks.Random(seed, scores: 8);
        var (plain, bent) = (new Ranking(weeks), new Ranking(weeks with { Score = Array.ConvertAll(weeks.Score, score => score * score * score - 7) }));
        Assert.Equal(plain.Auc(), bent.Auc());
        Assert.Equal(plain.AveragePrecision(), bent.AveragePrecision());
        var turned = new Ranking(weeks with { Score = Array.ConvertAll(weeks.Score, score => -score) });
        Assert.Equal(1 - plain.Auc(), turned.Auc(), 1e-12);
    }).Check(Runs);

    [Fact]
    public void A_learner_counted_twice_is_as_two_learners() => Prop.ForAll<int>(seed =>
    {
        var weeks = MadeUpWeeks.Random(seed, scores: 8, learners: 12);
        var random = new Random(seed);
        var times = Enumerable.Range(0, weeks.Learner.DefaultIfEmpty(0).Max() + 1).Select(_ => random.Next(3)).ToArray();
        int[] rows = [.. Enumerable.Range(0, weeks.Rows).SelectMany(row => Enumerable.Repeat(row, times[weeks.Learner[row]]))];
        var repeated = MadeUpWeeks.Of([.. rows.Select(row => (weeks.Score[row], weeks.Event[row]))]);
        Assert.Equal(new Ranking(repeated).Auc(), new Ranking(weeks).Auc(times), 1e-12);
    }).Check(Runs);

    [Fact]
    public void Average_precision_weights_each_gain_of_recall_by_the_precision_there()
    {
        var ranking = new Ranking(MadeUpWeeks.Of((0.1, false), (0.4, false), (0.35, true), (0.8, true)));
        Assert.Equal(0.5 * 1 + 0.5 * (2.0 / 3), ranking.AveragePrecision(), 1e-12);
        Assert.Equal(0.75, ranking.Auc());
    }

    [Fact]
    public void Equal_scores_tell_nothing()
    {
        var ranking = new Ranking(MadeUpWeeks.Of((0.3, false), (0.3, true), (0.3, false), (0.3, false)));
        Assert.Equal(0.5, ranking.Auc());
        Assert.Equal(0.25, ranking.AveragePrecision());
    }

    [Fact]
    public void Where_nothing_happened_there_is_no_figure()
    {
        var ranking = new Ranking(MadeUpWeeks.Of((0.3, false), (0.4, false)));
        Assert.True(double.IsNaN(ranking.Auc()));
        Assert.True(double.IsNaN(ranking.AveragePrecision()));
    }

    [Fact]
    public void Endless_scores_rank_and_NaN_does_not()
    {
        Assert.Equal(1, new Ranking(MadeUpWeeks.Of((double.PositiveInfinity, true), (1e300, false), (double.NegativeInfinity, false))).Auc());
        Assert.Throws<ArgumentException>(() => new Ranking(MadeUpWeeks.Of((double.NaN, true), (0, false))));
    }

    private static double ByPairs(ScoredWeeks weeks)
    {
        var pairs = (
            from happened in Enumerable.Range(0, weeks.Rows).Where(row => weeks.Event[row])
            from not in Enumerable.Range(0, weeks.Rows).Where(row => !weeks.Event[row])
            select weeks.Score[happened].CompareTo(weeks.Score[not])).ToList();
        return pairs.Count == 0 ? double.NaN : pairs.Average(order => order > 0 ? 1 : order == 0 ? 0.5 : 0);
    }
}
