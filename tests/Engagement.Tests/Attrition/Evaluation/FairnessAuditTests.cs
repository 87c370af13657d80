using Engagement.Attrition.Evaluation;

namespace Engagement.Tests.Attrition.Evaluation;

public class FairnessAuditTests
{
    [Fact]
    public void A_ratio_is_to_the_highest_figure_of_any_group()
    {
        var audit = Of(("a", Hits: 45, Misses: 55, False: 45), ("b", Hits: 50, Misses: 50, False: 75));
        Assert.Equal([(0.45 / 0.5, 1), (1, 0.4 / 0.5)], audit.Groups.Select(group => (group.RecallRatio!.Value, group.PrecisionRatio!.Value)));
        Assert.DoesNotContain(audit.Groups, group => group.IsWarned);
    }

    [Theory]
    [InlineData(40, false)] // 0.8 of the other's
    [InlineData(39, true)]
    public void A_ratio_below_four_fifths_is_warned_of(int hits, bool warned)
    {
        var audit = Of(("a", hits, 100 - hits, hits), ("b", 50, 50, 50));
        Assert.Equal(warned, audit.Groups[0].IsWarned);
        Assert.False(audit.Groups[1].IsWarned);
    }

    [Fact]
    public void Groups_with_few_events_have_no_ratio_and_are_no_measure()
    {
        var audit = Of(("few", Hits: 29, Misses: 0, False: 0), ("many", Hits: 20, Misses: 20, False: 40));
        Assert.Equal((null, null, 1.0), (audit.Groups[0].RecallRatio, audit.Groups[0].PrecisionRatio, audit.Groups[1].RecallRatio));
        Assert.Equal(new PrecisionRecall(29, 29, 29), audit.Groups[0].Figures);
        Assert.DoesNotContain(audit.Groups, group => group.IsWarned);
    }

    [Fact]
    public void Few_alerts_say_something_of_recall_and_nothing_of_precision()
    {
        var audit = Of(("found rarely", Hits: 10, Misses: 90, False: 19), ("often", Hits: 50, Misses: 50, False: 50));
        Assert.Equal((0.2, null), (audit.Groups[0].RecallRatio, audit.Groups[0].PrecisionRatio));
        Assert.True(audit.Groups[0].IsWarned);
    }

    [Fact]
    public void Where_no_group_has_a_hit_there_is_nothing_to_compare_with() =>
        Assert.All(Of(("a", 0, 50, 50), ("b", 0, 60, 50)).Groups, group => Assert.Equal((null, null), (group.RecallRatio, group.PrecisionRatio)));

    [Fact]
    public void Learners_without_a_group_are_counted_apart()
    {
        var weeks = new ScoredWeeks(new int[3], [0, 1, 1], [7, 7, 14], new double[3], [true, true, true]);
        var audit = FairnessAudit.Of("age", weeks, [true, true, true], new Dictionary<int, string> { [0] = "35 or more" });
        Assert.Equal(("age", 1), (audit.Attribute, audit.Unknown));
        Assert.Equal(new GroupFairness("35 or more", 1, new PrecisionRecall(1, 1, 1), null, null), Assert.Single(audit.Groups));
    }

    private static FairnessAudit Of(params (string Name, int Hits, int Misses, int False)[] groups)
    {
        var rows = groups.SelectMany(group => Enumerable.Repeat((group.Name, Event: true, Alert: true), group.Hits)
            .Concat(Enumerable.Repeat((group.Name, Event: true, Alert: false), group.Misses))
            .Concat(Enumerable.Repeat((group.Name, Event: false, Alert: true), group.False))).ToArray();
        var weeks = MadeUpWeeks.Of([.. rows.Select(row => (0.5, row.Event))]);
        return FairnessAudit.Of("group", weeks, [.. rows.Select(row => row.Alert)], rows.Select((row, i) => (i, row.Name)).ToDictionary());
    }
}
