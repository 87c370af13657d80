using Engagement.Alerts;
using FsCheck;
using FsCheck.Fluent;

namespace Engagement.Tests.Alerts;

public class AlertTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);
    private static readonly Guid Anna = Guid.NewGuid(), Ben = Guid.NewGuid();

    [Theory]
    [InlineData("", AlertState.Open)]
    [InlineData("Acknowledged", AlertState.Acknowledged)]
    [InlineData("Acknowledged Snoozed", AlertState.Acknowledged)]
    [InlineData("Contacted Contacted", AlertState.Contacted)]
    [InlineData("Acknowledged Contacted Returned", AlertState.Returned)]
    [InlineData("Snoozed Dismissed", AlertState.Dismissed)]
    [InlineData("Contacted Resolved", AlertState.Resolved)]
    public void The_last_step_that_is_no_snooze_is_its_state(string steps, AlertState state) => Assert.Equal(state, After(steps).State);

    [Theory]
    [InlineData("", AlertChange.Raised)]
    [InlineData("Acknowledged", AlertChange.Acknowledged)]
    [InlineData("Contacted", AlertChange.Acknowledged)]
    [InlineData("Resolved", AlertChange.Contacted)]
    [InlineData("Returned", AlertChange.Dismissed)]
    [InlineData("Dismissed", AlertChange.Returned)]
    [InlineData("", AlertChange.Snoozed)]
    public void What_can_not_follow_is_refused_with_a_reason(string steps, AlertChange change) => Assert.NotNull(After(steps).WhyNot(change, At));

    [Theory]
    [InlineData(-1)]
    [InlineData(91 * 24)]
    public void A_snooze_ends_in_the_time_to_come_and_not_after_a_season(int hours) =>
        Assert.NotNull(After("").WhyNot(AlertChange.Snoozed, At, At.AddHours(hours)));

    [Fact]
    public void It_belongs_to_who_took_it_first() =>
        Assert.Equal(Anna, Apply(Apply(After(""), AlertChange.Acknowledged, Anna), AlertChange.Contacted, Ben).Owner);

    [Fact]
    public void Whatever_is_asked_for_in_whatever_order_an_end_stays_and_no_event_is_left_out() => Prop.ForAll<byte[]>(asked =>
    {
        var (alert, events) = (After(""), new List<AlertEvent> { After("").Facts });
        foreach (var change in asked.Select(number => (AlertChange)(1 + number % 7)))
        {
            if (alert.WhyNot(change, At, At.AddDays(1)) is not null) continue;
            Assert.False(alert.IsOver);
            var next = alert.Next(change, At, At) with { By = Anna, SnoozedUntil = change == AlertChange.Snoozed ? At.AddDays(1) : null };
            alert = alert.After(next);
            events.Add(next);
        }
        Assert.Equal(alert, Alert.Of(events));
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(e => e.Sequence));
        Assert.Equal(events.Count, events.Select(e => e.EventId).Distinct().Count());
    }).Check(Config.QuickThrowOnFailure);

    [Fact]
    public void An_event_that_does_not_follow_is_a_defect()
    {
        var alert = After("Acknowledged");
        Assert.Throws<ArgumentException>(() => alert.After(alert.Facts));
        Assert.Throws<ArgumentException>(() => alert.After(alert.Next(AlertChange.Contacted, At, At) with { Sequence = 4 }));
        Assert.Throws<ArgumentException>(() => After("Resolved").After(After("Resolved").Next(AlertChange.Contacted, At, At)));
    }

    private static Alert After(string steps)
    {
        var id = AlertIds.Alert("urn:a", Anna, 0);
        var alert = Alert.Of([new()
        {
            AlertId = id, Sequence = 1, EventId = AlertIds.Event(id, 1), Kind = AlertChange.Raised, At = At, RecordedAt = At, CourseId = "urn:a", LearnerId = Anna, Cause = AlertCause.Risk,
        }]);
        return steps.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(alert, (so, step) => Apply(so, Enum.Parse<AlertChange>(step), Anna));
    }

    private static Alert Apply(Alert alert, AlertChange change, Guid by) => alert.After(alert.Next(change, At, At) with { By = by });
}
