using Engagement.Attrition.Features;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Attrition;

/// <summary>Features and labels by hand, on a course small enough to count.</summary>
public sealed class PersonWeeksTests
{
    private static readonly Guid Other = new("00000000-0000-0000-0000-000000000002");

    [Fact]
    public async Task Features_are_what_one_counts()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var learner = new OneLearner(clickHouse);
        await learner.SetUpAsync();
        await learner.EnrolAsync(registered: -10);
        await learner.EnrolAsync(registered: 0, learner: Other);
        await learner.DoAsync(-2, "content", 4, 1);
        await learner.DoAsync(1, "content", 9, 2);
        await learner.DoAsync(1, "discussion", 6, 1);
        await learner.DoAsync(8, "assessment", 20, 1);
        await learner.DoAsync(19, "try-it", 3, 3); // a Saturday
        await learner.DoAsync(20, "content", 2, 1); // a Sunday
        await learner.HandInAsync(9, "first", score: 0.5, markedOn: 20);
        await learner.HandInAsync(21, "second", score: 1, markedOn: 30);

        var is21 = await learner.FeaturesAsync(21);

        var counted = new Dictionary<string, float>
        {
            ["days_in_run"] = 21, ["registered_before"] = 10, ["active_days_before_run"] = 1, ["days_since_first"] = 23,
            ["active_days_3"] = 2, ["active_days_7"] = 2, ["active_days_8_14"] = 1, ["active_days_15_21"] = 1, ["active_days_22_28"] = 1,
            ["active_days_14"] = 3, ["active_days_28"] = 5, ["active_days"] = 5, ["active_share"] = 5 / 24f, ["weekend_share"] = 3 / 5f,
            ["active_weeks_8"] = 4, ["weeks_in_a_row"] = 4, ["silence"] = Log1p(1), ["gap_mean"] = Log1p(22 / 4.0), ["gap_longest"] = Log1p(11),
            ["gap_newest"] = Log1p(1), ["gaps_over_7"] = 1, ["gaps_over_14"] = 0, ["statements_7"] = Log1p(5), ["statements_14"] = Log1p(25),
            ["statements_15_28"] = Log1p(19), ["statements"] = Log1p(44), ["sections_14"] = 5, ["content_14"] = Log1p(2), ["content"] = Log1p(15),
            ["discussion_14"] = 0, ["discussion"] = Log1p(6), ["assessment_14"] = Log1p(20), ["task"] = Log1p(3), ["other"] = 0,
            ["assessment_days_14"] = 1, ["days_to_due"] = 3, ["due_weight"] = 0.75f, ["days_since_due"] = 11, ["due_14"] = 1,
            ["pause_days_ahead"] = 1, ["pause_days_behind"] = 2, ["next_is_done"] = 1, ["done_weight_ahead"] = 0.75f, ["done_of_due"] = 1,
            ["done_share"] = 1, ["missed"] = 0, ["last_is_missed"] = 0, ["last_but_one_is_missed"] = float.NaN, ["lateness"] = -2,
            ["lateness_newest"] = -3, ["days_since_done"] = 0, ["done_14"] = 2, ["mark_mean"] = 0.5f, ["mark_newest"] = 0.5f,
            ["rank_active_days"] = 1, ["rank_silence"] = 0, ["active_days_28_against_others"] = 2.5f,
        };
        Assert.Equal(Rounded(counted), Rounded(is21.Where(feature => counted.ContainsKey(feature.Key))));
    }

    [Fact]
    public async Task What_happens_after_the_cut_changes_no_feature()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var learner = new OneLearner(clickHouse);
        await learner.SetUpAsync();
        await learner.EnrolAsync(registered: -1);
        await learner.DoAsync(3, "content", 5, 2);
        await learner.HandInAsync(9, "first", score: 0.5, markedOn: 22);
        var before = await learner.FeaturesAsync(21);

        await learner.DoAsync(22, "content", 70, 9);
        await learner.HandInAsync(23, "second", score: 0.1, markedOn: 24);
        await learner.EnrolAsync(registered: -1, withdrawn: 25);

        Assert.Equal(before, await learner.FeaturesAsync(21));
    }

    [Theory]
    [InlineData(35, false)]
    [InlineData(36, true)]
    public async Task Who_comes_back_within_two_weeks_is_not_silent(int comesBackOn, bool isSilent)
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var learner = new OneLearner(clickHouse);
        await learner.SetUpAsync();
        await learner.EnrolAsync(registered: 0);
        await learner.DoAsync(8, "content", 5, 2);
        await learner.DoAsync(comesBackOn, "content", 5, 2);

        var weeks = await new PersonWeeksQuery(clickHouse).AskAsync(Cuts.OnDay(21));

        Assert.True(Assert.Single(weeks.IsActive));
        Assert.Equal([isSilent], weeks.GoesSilent);
    }

    [Fact]
    public async Task Learners_are_in_the_weeks_they_are_enrolled_and_withdrawal_is_told_two_weeks_ahead()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var learner = new OneLearner(clickHouse);
        await learner.SetUpAsync();
        await learner.EnrolAsync(registered: 10, withdrawn: 35);

        var weeks = await new PersonWeeksQuery(clickHouse).AskAsync(Cuts.Weekly);

        Assert.Equal([14, 21, 28], weeks.Day);
        Assert.Equal([false, true, true], weeks.Withdraws);
    }

    [Fact]
    public async Task There_is_no_cut_in_the_last_four_weeks()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var learner = new OneLearner(clickHouse);
        await learner.SetUpAsync();
        await learner.EnrolAsync(registered: 0);

        var weeks = await new PersonWeeksQuery(clickHouse).AskAsync(Cuts.Weekly);

        Assert.Equal([7, 14, 21, 28, 35, 42, 49, 56, 63, 70], weeks.Day);
    }

    private static Dictionary<string, float> Rounded(IEnumerable<KeyValuePair<string, float>> features) =>
        features.ToDictionary(feature => feature.Key, feature => MathF.Round(feature.Value, 5));

    private static float Log1p(double count) => (float)Math.Log(1 + count);
}
