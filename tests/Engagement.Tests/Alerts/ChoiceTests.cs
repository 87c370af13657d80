using Engagement.Alerts;
using Engagement.Alerts.Raising;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Alerts;

public class ChoiceTests
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(60);
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void No_day_has_more_than_the_facilitator_can_see_to() => Streams(stream =>
        Assert.All(stream.Raised.CountBy(alert => stream.Load.DayOf(alert.RaisedAt)), day => Assert.True(day.Value <= stream.Options.Capacity)));

    [Fact]
    public void Nobody_has_two_open_alerts_nor_one_within_the_cool_down() => Streams(stream => Assert.All(stream.Looks, look => Assert.All(look.Chosen, chosen =>
    {
        var before = look.Past.Where(alert => (alert.CourseId, alert.LearnerId) == (chosen.CourseId, chosen.LearnerId)).ToList();
        Assert.All(before, alert => Assert.True(alert.IsOver && look.Now >= alert.RaisedAt.AddDays(stream.Options.CoolDownDays)));
        Assert.Single(look.Chosen, other => (other.CourseId, other.LearnerId) == (chosen.CourseId, chosen.LearnerId));
    })));

    [Fact]
    public void A_model_points_out_no_more_a_week_than_its_share() => Streams(stream => Assert.All(stream.Raised.Where(alert => !alert.Cause.Waits()), alert =>
    {
        var most = Math.Max(1, (int)Math.Round(stream.Options.WeeklyShare * stream.Load.Learners[alert.CourseId], MidpointRounding.AwayFromZero));
        var week = stream.Raised.Count(other => other.CourseId == alert.CourseId && !other.Cause.Waits() && other.RaisedAt > alert.RaisedAt.AddDays(-7) && other.RaisedAt <= alert.RaisedAt);
        Assert.True(week <= most, $"{week} of {most}");
    }));

    [Fact]
    public void What_can_be_raised_is_raised() => Streams(stream => Assert.All(stream.Looks, look =>
    {
        // Whoever is left out is resting, or comes after somebody that was chosen of the course, or the day or the week is full.
        var today = look.Past.Count(alert => stream.Load.DayOf(alert.RaisedAt) == stream.Load.DayOf(look.Now)) + look.Chosen.Count;
        if (today >= stream.Options.Capacity) return;
        var left = look.Candidates.Except(look.Chosen).Where(candidate => candidate.Cause.Waits()
            && !look.Past.Any(alert => (alert.CourseId, alert.LearnerId) == (candidate.CourseId, candidate.LearnerId)
                && (!alert.IsOver || look.Now < alert.RaisedAt.AddDays(stream.Options.CoolDownDays))));
        Assert.Empty(left);
    }));

    [Fact]
    public void The_order_in_which_candidates_come_tells_nothing() => Streams(stream => Assert.All(stream.Looks.Take(20), look =>
        Assert.Equal(look.Chosen, Choice.Of(stream.Load, look.Candidates.Reverse(), [.. look.Past.Reverse()], look.Now, stream.Options))));

    [Fact]
    public void Courses_share_the_day_in_proportion_to_whom_is_expected_to_give_up()
    {
        var load = Load(capacity: 8, ("urn:a", 1000), ("urn:b", 1000));
        var candidates = Enumerable.Range(0, 20).Select(i => Found("urn:a", i, 0.6f)).Concat(Enumerable.Range(0, 20).Select(i => Found("urn:b", i, 0.2f))).ToList();
        var chosen = Choice.Of(load, candidates, [], Now, new() { WeeklyShare = 1 });
        Assert.Equal(new Dictionary<string, int> { ["urn:a"] = 6, ["urn:b"] = 2 }, chosen.CountBy(next => next.CourseId).ToDictionary());
        // What the morning gave counts in the afternoon: the two together are shared as the whole would have been.
        var morning = Choice.Of(load with { Capacity = 3 }, candidates, [], Now, new() { WeeklyShare = 1 })
            .Select(next => new PastAlert(next.CourseId, next.LearnerId, load.Facilitator, next.Cause, Now, false)).ToList();
        var afternoon = Choice.Of(load, candidates, morning, Now.AddHours(3), new() { WeeklyShare = 1 });
        Assert.Equal(6, morning.Count(alert => alert.CourseId == "urn:a") + afternoon.Count(next => next.CourseId == "urn:a"));
        Assert.Equal(8, morning.Count + afternoon.Count);
    }

    [Fact]
    public void Who_waits_for_an_answer_comes_before_whom_a_model_finds_and_the_longest_wait_first()
    {
        var load = Load(capacity: 3, ("urn:a", 1000));
        Candidate[] candidates =
        [
            Found("urn:a", 1, 0.9f), Waits(2, AlertCause.FeedbackWaits, 50), Waits(3, AlertCause.FeedbackWaits, 90), Waits(4, AlertCause.HelpWaits, 25), Found("urn:a", 5, 0.8f),
        ];
        Assert.Equal([4, 3, 2], Choice.Of(load, candidates, [], Now, new()).Select(Number));
    }

    [Fact]
    public void Of_whom_a_model_finds_the_likeliest_to_give_up_come_first() =>
        Assert.Equal([3, 1], Choice.Of(Load(2, ("urn:a", 1000)), [Found("urn:a", 1, 0.5f), Found("urn:a", 2, 0.4f), Found("urn:a", 3, 0.6f)], [], Now, new()).Select(Number));

    [Fact]
    public void Learners_for_whom_nobody_is_named_are_a_caseload_by_course()
    {
        var nobody = new Caseload(Guid.Empty, "urn:a", new Dictionary<string, int> { ["urn:a"] = 10 }, 5, TimeZoneInfo.Utc);
        Assert.True(nobody.Has(Guid.Empty, "urn:a"));
        Assert.False(nobody.Has(Guid.Empty, "urn:b"));
        Assert.False(nobody.Has(Guid.NewGuid(), "urn:a"));
    }

    [Fact]
    public void About_the_share_asked_for_is_held_back()
    {
        var held = Enumerable.Range(0, 20_000).Count(i => RaisingRun.Lot(AlertIds.Alert("urn:a", new Guid(i, 0, 0, new byte[8]), 0)) < 0.05);
        Assert.InRange(held, 850, 1150); // 1000 ± 5 standard deviations of 31
    }

    private static void Streams(Action<RandomStream> holds) => Prop.ForAll<int>(seed => holds(new RandomStream(seed))).Check(Runs);

    private static Caseload Load(int capacity, params (string Course, int Learners)[] courses) =>
        new(Guid.NewGuid(), null, courses.ToDictionary(course => course.Course, course => course.Learners), capacity, TimeZoneInfo.Utc);

    private static Candidate Found(string course, int learner, float score) => new() { CourseId = course, LearnerId = new Guid(learner, 0, 0, new byte[8]), Cause = AlertCause.Risk, Score = score };

    private static Candidate Waits(int learner, AlertCause cause, int hours) =>
        new() { CourseId = "urn:a", LearnerId = new Guid(learner, 0, 0, new byte[8]), Cause = cause, WaitingSince = Now.AddHours(-hours), Score = 0.1f };

    private static int Number(Candidate candidate) => BitConverter.ToInt32(candidate.LearnerId.ToByteArray());
}
