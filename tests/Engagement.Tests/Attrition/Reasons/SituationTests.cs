using Engagement.Attrition.Reasons;

namespace Engagement.Tests.Attrition.Reasons;

public class SituationTests
{
    private static readonly (string, double)[] Active = [("active_days", 20), ("active_days_7", 3), ("silence", 1), ("silence_against_mean_gap", 1)];

    [Fact]
    public void Without_an_active_day_nothing_else_counts() =>
        Assert.Equal(Situation.NeverStarted, SituationRule.Of(MadeUpRow.Of(("active_days", 0), ("silence", 30), ("help_waiting", 9))));

    [Theory]
    [InlineData("feedback_waiting")]
    [InlineData("help_waiting")]
    public void Two_days_of_waiting_stall_even_who_is_silent(string waiting)
    {
        Assert.Equal(Situation.Stalled, Of(("silence", 20), (waiting, 2)));
        Assert.Equal(Situation.Drifting, Of(("silence", 20), (waiting, 1)));
        Assert.Equal(Situation.OnTrack, Of((waiting, 1)));
    }

    [Theory]
    [InlineData(6, Situation.OnTrack)]
    [InlineData(7, Situation.Drifting)]
    public void A_week_of_silence_is_drifting(double silence, Situation situation) =>
        Assert.Equal(situation, Of(("silence", silence), ("silence_against_mean_gap", 1.1)));

    [Theory]
    [InlineData(1, 2.0, Situation.OnTrack)] // a day off
    [InlineData(2, 1.9, Situation.OnTrack)]
    [InlineData(2, 2.0, Situation.Drifting)]
    public void Twice_the_mean_gap_is_drifting(double silence, double ratio, Situation situation) =>
        Assert.Equal(situation, Of(("silence", silence), ("silence_against_mean_gap", ratio)));

    [Fact]
    public void A_ratio_counts_though_logarithms_are_rounded()
    {
        foreach (var gap in new[] { 1, 2, 3, 5, 6, 10 })
        {
            var silence = 2 * gap + 1;
            var row = MadeUpRow.Of([.. Active, ("silence", Math.Min(silence, 6)), ("silence_against_mean_gap", 1)]);
            row[Engagement.Attrition.Features.FeatureList.PlaceOf("silence_against_mean_gap")] = (float)(Math.Log(1 + silence) - Math.Log(1 + gap));
            Assert.Equal(Situation.Drifting, SituationRule.Of(row));
        }
    }

    [Fact]
    public void A_week_without_a_new_section_stalls_who_is_active()
    {
        Assert.Equal(Situation.OnTrack, Of(("days_since_new_section", 6)));
        Assert.Equal(Situation.Stalled, Of(("days_since_new_section", 7)));
        Assert.Equal(Situation.OnTrack, Of(("days_since_new_section", 7), ("active_days_7", 0)));
        Assert.Equal(Situation.Stalled, Of(("days_since_new_section", 7), ("opened_share", 0.99)));
        Assert.Equal(Situation.OnTrack, Of(("days_since_new_section", 7), ("opened_share", 1)));
    }

    [Fact]
    public void Drifting_goes_before_a_standstill() =>
        Assert.Equal(Situation.Drifting, Of(("days_since_new_section", 9), ("silence", 5), ("silence_against_mean_gap", 2.5)));

    [Fact]
    public void What_is_not_known_makes_nothing_true() => Assert.Equal(Situation.OnTrack, SituationRule.Of(MadeUpRow.Of()));

    // Later ones replace earlier ones.
    private static Situation Of(params (string, double)[] known) => SituationRule.Of(MadeUpRow.Of([.. Active, .. known]));
}
