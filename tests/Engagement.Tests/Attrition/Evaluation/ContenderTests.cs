using Engagement.Attrition.Evaluation;

namespace Engagement.Tests.Attrition.Evaluation;

public class ContenderTests
{
    [Fact]
    public void Rules_put_first_whoever_did_least_and_before_them_who_never_did_anything()
    {
        Assert.Equal([2, 0, 1], Ranked(Contender.LongestAway([3, 0, float.NaN])));
        Assert.Equal([1, 2, 0], Ranked(Contender.FewestActiveDays([9, 0, 4])));
        Assert.Equal(0, Contender.FewestActiveDays([float.NaN]).Scores[0]);
    }

    [Fact]
    public void A_model_is_evaluated_at_each_cut_and_share_and_in_time()
    {
        var weeks = MadeUpWeeks.Random(11, learners: 100);
        var eventDays = new Dictionary<(int, int), int> { [(0, 0)] = 30 };
        var result = ContenderResult.Of(weeks with { Score = [] }, new Contender("model", weeks.Score, true), eventDays);
        Assert.Equal([null, 14, 28, 56], result.Landmarks.Select(at => at.Day));
        Assert.Equal((weeks.Rows, weeks.Events, new Ranking(weeks).Auc()), (result.Pooled.Rows, result.Pooled.Events, result.Pooled.Auc));
        var fortnight = weeks.At(14);
        Assert.Equal((fortnight.Rows, new Ranking(fortnight).Auc(), Reliability.Of(fortnight).Ece),
            (result.Landmarks[1].Rows, result.Landmarks[1].Auc, result.Landmarks[1].Reliability!.Ece));
        Assert.Equal(Enumerable.Range(1, 20), result.Shares.Select(share => share.Percent));
        Assert.Equal(PrecisionRecall.Of(weeks, new WeeklyAlerts(weeks).Choose(new AlertPolicy(0.1))), result.At(10).PerCourse);
        Assert.Equal([0, 21], result.Leads.Select(lead => lead.CoolDownDays));
    }

    [Fact]
    public void A_rule_has_no_probabilities_to_judge()
    {
        var weeks = MadeUpWeeks.Random(12);
        var result = ContenderResult.Of(weeks, Contender.Chance(weeks.Rows));
        Assert.Equal(0.5, result.Pooled.Auc);
        Assert.All(result.Landmarks, at => Assert.Null(at.Reliability));
        Assert.All(result.Shares, share => Assert.Null(share.ByExpectedEvents));
        Assert.Empty(result.Leads);
    }

    [Fact]
    public void An_addition_and_an_unseen_module_are_judged_by_the_same_figures()
    {
        var weeks = MadeUpWeeks.Random(13);
        var result = ContenderResult.Of(weeks, new Contender("model", weeks.Score, true));
        Assert.Equal(new Addition("gaps", result.Pooled.Auc, result.At(5).PerCourse.Precision, result.Pooled.Reliability!.Ece), Addition.Of("gaps", weeks));
        Assert.Equal(
            new UnseenModule("CCC", weeks.Rows, result.Pooled.Auc, 0.5, 0.25, result.Pooled.Base),
            UnseenModule.Of("CCC", weeks, [.. Enumerable.Repeat(0.25, weeks.Rows)]));
    }

    private static IEnumerable<int> Ranked(Contender contender) =>
        Enumerable.Range(0, contender.Scores.Length).OrderByDescending(row => contender.Scores[row]);
}
