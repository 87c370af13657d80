using Engagement.Attrition;
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

    [Fact]
    public async Task A_pause_is_of_its_course_or_of_all()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var learner = new OneLearner(clickHouse);
        await learner.SetUpAsync();
        await learner.EnrolAsync(registered: 0);
        var pauses = new Pauses(clickHouse, TimeProvider.System);
        var (first, last) = (OneLearner.FirstDay.AddDays(30), OneLearner.FirstDay.AddDays(33));
        await pauses.MarkAsync(new("", first, last, "everywhere"));
        await pauses.MarkAsync(new("urn:other", first, last.AddDays(9), "elsewhere"));

        Assert.Equal(4, (await learner.FeaturesAsync(28))["pause_days_ahead"]);
        await pauses.RemoveAsync(new("", first, last, ""));
        Assert.Equal(0, (await learner.FeaturesAsync(28))["pause_days_ahead"]);
        Assert.Equal([OneLearner.Course, "urn:other"], (await pauses.ListAsync()).Select(pause => pause.CourseId));
        await Assert.ThrowsAsync<ArgumentException>(() => pauses.MarkAsync(new("", last, first, "backwards")));
    }

    [Fact]
    public async Task Handed_in_again_it_is_done_once_with_its_first_mark()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var learner = new OneLearner(clickHouse);
        await learner.SetUpAsync();
        await learner.EnrolAsync(registered: 0);
        await learner.HandInAsync(9, "first", score: 0.5, markedOn: 15);
        await learner.HandInAsync(12, "first", score: 0.9, markedOn: 20);
        await learner.HandInAsync(13, "first");

        var features = await learner.FeaturesAsync(21);

        Assert.Equal((1f, 1f, 0f, -1f, 0.5f),
            (features["done_of_due"], features["done_share"], features["missed"], features["lateness"], features["mark_mean"]));
    }

    [Fact]
    public async Task What_was_passed_over_is_told_as_of_the_cut()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var learner = new OneLearner(clickHouse);
        await learner.SetUpAsync();
        await learner.EnrolAsync(registered: 0);
        await learner.ReachAsync(1, "content", "engaged", opened: 1, engaged: 1);
        await learner.ReachAsync(2, "try-it", "rushed", opened: 2);
        await learner.ReachAsync(3, "think-about", "jumped");
        await learner.ReachAsync(4, "try-it", "unknown", opened: 5);
        await learner.ReachAsync(5, "try-it", "deferred", opened: 19, engaged: 25);
        await learner.ReachAsync(6, "think-about", "not-reached");

        var (is2, is21, is25) = (await learner.FeaturesAsync(2), await learner.FeaturesAsync(21), await learner.FeaturesAsync(25));

        Assert.Equal((1f, 1f), (is2["practice_skipped_share"], is2["practice_skipped_last_3"]));
        Assert.Equal((1f, 3f, Log1p(2)), (is21["practice_skipped_share"], is21["practice_skipped_last_3"], is21["days_since_new_section"]));
        Assert.Equal((2 / 3f, 2f, Log1p(6)), (is25["practice_skipped_share"], is25["practice_skipped_last_3"], is25["days_since_new_section"]));
    }

    [Fact]
    public async Task Who_waits_for_an_answer_is_told_once_somebody_in_the_course_has_had_one()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var learner = new OneLearner(clickHouse);
        await learner.SetUpAsync();
        await learner.EnrolAsync(registered: 0);
        var answered = await learner.HandInAsync(10, "first");
        await learner.HandInAsync(16, "second");
        await learner.AskForHelpAsync(18);
        await learner.AnswerAsync(answered, 14);

        var (is12, is21) = (await learner.FeaturesAsync(12), await learner.FeaturesAsync(21));

        Assert.Equal((float.NaN, float.NaN), (is12["feedback_waiting"], is12["feedback_latency"]));
        Assert.Equal((5f, 1f, Log1p(4), float.NaN),
            (is21["feedback_waiting"], is21["feedbacks_waiting"], is21["feedback_latency"], is21["help_waiting"]));
    }

    [Fact]
    public async Task A_cohort_without_fixed_days_runs_from_the_first_who_registers()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var learner = new OneLearner(clickHouse);
        await learner.EnrolAsync(registered: 0);
        await learner.EnrolAsync(registered: 40, learner: Other);
        await learner.DoAsync(3, "content", 5, 2);

        var weeks = await new PersonWeeksQuery(clickHouse).AskAsync(Cuts.Weekly);

        // The newest statement is of day 40, so what came of day 26 and earlier is known.
        Assert.Equal([7, 14, 21], weeks.Day);
        Assert.Equal([true, true, true], weeks.IsEligible);
        Assert.Equal([true, true, true], weeks.GivesUp);
        Assert.Equal([.. weeks.Day.Select(day => OneLearner.FirstDay.AddDays(day))], weeks.Cut);
    }

    [Fact]
    public async Task Who_completes_has_not_given_up_and_is_not_asked_of_again()
    {
        using var clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        var learner = new OneLearner(clickHouse);
        await learner.SetUpAsync();
        await learner.EnrolAsync(registered: 0, completed: 16);
        await learner.DoAsync(3, "content", 5, 2);

        var weeks = await new PersonWeeksQuery(clickHouse).AskAsync(Cuts.Weekly);

        Assert.Equal([7, 14], weeks.Day);
        Assert.Equal([false, false], weeks.GivesUp);
        Assert.Equal([true, true], weeks.GoesSilent);
    }

    private static Dictionary<string, float> Rounded(IEnumerable<KeyValuePair<string, float>> features) =>
        features.ToDictionary(feature => feature.Key, feature => MathF.Round(feature.Value, 5));

    private static float Log1p(double count) => (float)Math.Log(1 + count);
}
