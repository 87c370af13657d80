using Engagement.Attrition.Evaluation;

namespace Engagement.Tests.Attrition.Evaluation;

public class LeadTimeTests
{
    [Theory]
    [InlineData(20, false)] // six days before
    [InlineData(21, true)]
    [InlineData(56, true)]
    [InlineData(57, false)] // 43 days before
    [InlineData(10, false)] // after it
    public void In_time_is_neither_late_nor_long_before(int eventDay, bool caught) =>
        Assert.Equal(caught ? 1 : 0, Of([14], eventDay, mostDays: 42).Caught);

    [Fact]
    public void Without_an_end_any_time_before_is_in_time() => Assert.Equal(1, Of([14], 300).Caught);

    [Fact]
    public void A_learner_pointed_out_often_is_caught_once() => Assert.Equal(new LeadTime(1, 1, 2, 1, 3), Of([14, 21, 28], 40));

    [Fact]
    public void Who_was_never_pointed_out_is_missed() => Assert.Equal(new LeadTime(1, 0, 2, 0, 0), Of([], 40));

    [Fact]
    public void Pointed_out_in_one_course_is_not_caught_in_another()
    {
        var weeks = new ScoredWeeks([0, 1], [5, 5], [7, 7], [0.9, 0.1], [false, true]);
        var events = new Dictionary<(int, int), int> { [(1, 5)] = 20 };
        Assert.Equal(new LeadTime(1, 0, 2, 1, 1), LeadTime.Of(weeks, [true, false], events));
        Assert.Equal(new LeadTime(1, 1, 2, 1, 1), LeadTime.Of(weeks, [false, true], events));
    }

    [Fact]
    public void Events_of_learners_without_a_week_do_not_count()
    {
        var weeks = MadeUpWeeks.Of((0.5, false));
        var lead = LeadTime.Of(weeks, [true], new Dictionary<(int, int), int> { [(0, 77)] = 3 });
        Assert.Equal(new LeadTime(0, 0, 1, 1, 1), lead);
        Assert.True(double.IsNaN(lead.CaughtShare));
        Assert.Equal(1, lead.TouchedShare);
    }

    // Learner 0 has the event, learner 1 none.
    private static LeadTime Of(int[] alertDays, int eventDay, int mostDays = int.MaxValue)
    {
        int[] days = [14, 21, 28, 14, 21, 28];
        var weeks = new ScoredWeeks(new int[6], [0, 0, 0, 1, 1, 1], days, new double[6], new bool[6]);
        bool[] alerted = [.. days.Select((day, row) => row < 3 && alertDays.Contains(day))];
        return LeadTime.Of(weeks, alerted, new Dictionary<(int, int), int> { [(0, 0)] = eventDay }, mostDays: mostDays);
    }
}
