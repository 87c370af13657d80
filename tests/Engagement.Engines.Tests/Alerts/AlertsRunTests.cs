using Engagement.Alerts;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Alerts;

/// <summary>Whom the worker points out, and what becomes of it, on rows as metrics and attrition leave them.</summary>
public sealed class AlertsRunTests : IAsyncLifetime
{
    private ClickHouseClient _clickHouse = null!;
    private AlertedCourse _course = null!;

    public async Task InitializeAsync()
    {
        _clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        _course = new AlertedCourse(_clickHouse);
    }

    public Task DisposeAsync()
    {
        _clickHouse.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Each_cause_raises_an_alert_with_its_reason_and_one_step()
    {
        await _course.EnrolAsync(1);
        await _course.HandInAsync(1, hoursAgo: 30, what: "question");
        await _course.EnrolAsync(2);
        await _course.HandInAsync(2, hoursAgo: 80);
        await _course.ScoreAsync(2, 0.3, "on-track");
        await _course.EnrolAsync(3, lastDaysAgo: 9);
        await _course.ScoreAsync(3, 0.7);
        await _course.EnrolAsync(4, hasStarted: false, registeredDaysAgo: 8, lastDaysAgo: 8);
        await _course.LookAfterAsync(5, registeredDaysAgo: 10); // in the roster alone
        await _course.EnrolAsync(6); // nothing is the matter
        await _course.ScoreAsync(6, 0.1, "on-track");
        await _course.EnrolAsync(7);
        await _course.HandInAsync(7, hoursAgo: 20); // does not wait long yet
        await _course.EnrolAsync(8, hasWithdrawn: true);
        await _course.ScoreAsync(8, 0.9);

        Assert.Equal(new AlertsRunResult(0, 0, 5), await _course.NewWorker().RunAsync());
        Assert.Equal("help-waits|A question has waited 30 hours for an answer|Answer the question.", await AlertOfAsync(1));
        Assert.Equal("feedback-waits|A submission has waited 3 days for feedback,Was last there 9 days ago|Give feedback on the submission, or say when it will come.", await AlertOfAsync(2));
        Assert.Equal("risk|Was last there 9 days ago|Write.", await AlertOfAsync(3));
        Assert.Equal("never-started|Registered 8 days ago and has not started|Write a welcome, and ask whether anything is in the way of starting.", await AlertOfAsync(4));
        Assert.Equal("never-started|Registered 10 days ago and has not started|Write a welcome, and ask whether anything is in the way of starting.", await AlertOfAsync(5));
        Assert.Equal(AlertedCourse.Facilitator.ToString(), await _course.TextAsync($"SELECT facilitator_id FROM alerts WHERE learner_id = '{AlertedCourse.Learner(5)}'"));

        Assert.Equal(new AlertsRunResult(0, 0, 0), await _course.NewWorker().RunAsync());
    }

    [Fact]
    public async Task A_change_that_somebody_asks_for_is_made_once_and_what_can_not_be_is_refused_with_a_reason()
    {
        await RaiseAsync(1);
        var worker = _course.NewWorker();
        var acknowledged = await _course.AskAsync(1, AlertChange.Acknowledged);
        _course.Clock.Now += TimeSpan.FromSeconds(1);
        var again = await _course.AskAsync(1, AlertChange.Acknowledged);
        Assert.Equal(2, (await worker.RunAsync(isRaising: false)).Answered);
        Assert.Equal("", (await _course.Actions.ReadAsync(acknowledged.ActionId, default))!.Refusal);
        Assert.Equal("Somebody has the alert in hand already.", (await _course.Actions.ReadAsync(again.ActionId, default))!.Refusal);
        Assert.Equal("acknowledged", await _course.StateAsync(1));
        Assert.Equal(AlertedCourse.Account.ToString(), await _course.TextAsync("SELECT owner FROM alerts"));

        await _course.AskAsync(1, AlertChange.Snoozed, _course.Clock.Now.AddDays(2));
        await _course.AskAsync(1, AlertChange.Contacted);
        await _course.Actions.AskAsync(acknowledged, default); // the page sends it once more
        await worker.RunAsync(isRaising: false);
        Assert.Equal("contacted", await _course.StateAsync(1));
        Assert.Equal("4", await _course.TextAsync("SELECT count() FROM alert_events FINAL"));
        Assert.Equal("0", await _course.TextAsync("SELECT count() FROM alert_actions FINAL WHERE answered_at IS NULL"));
    }

    [Fact]
    public async Task An_alert_ends_by_itself_as_the_learner_comes_back_leaves_or_gets_the_answer()
    {
        var worker = _course.NewWorker();
        await RaiseAsync(1);
        await RaiseAsync(2);
        await _course.EnrolAsync(3);
        var question = await _course.HandInAsync(3, 30, "question");
        await _course.EnrolAsync(4, hasStarted: false, lastDaysAgo: 9, registeredDaysAgo: 9);
        await worker.RunAsync(isRaising: true);
        Assert.Equal("4", await _course.TextAsync("SELECT countIf(state = 'open') FROM alerts"));

        _course.Clock.Now += TimeSpan.FromHours(1);
        await _course.EnrolAsync(1, lastDaysAgo: 0.5); // half a day ago, which arrives only now
        await _course.EnrolAsync(2, lastDaysAgo: 9, hasWithdrawn: true);
        await _course.EnrolAsync(3, lastDaysAgo: 0); // there again, which is no answer to the question
        Assert.Equal(2, (await worker.RunAsync(isRaising: false)).Closed);
        Assert.Equal(("returned", "resolved", "open", "open"), (await _course.StateAsync(1), await _course.StateAsync(2), await _course.StateAsync(3), await _course.StateAsync(4)));

        await _course.AnswerAsync(question);
        await _course.EnrolAsync(4, lastDaysAgo: 0);
        Assert.Equal(2, (await worker.RunAsync(isRaising: true)).Closed);
        Assert.Equal(("resolved", "returned"), (await _course.StateAsync(3), await _course.StateAsync(4)));
        Assert.Equal("The question was answered.", await _course.TextAsync($"SELECT why FROM alerts WHERE learner_id = '{AlertedCourse.Learner(3)}'"));
        Assert.Equal(0, (await worker.RunAsync(isRaising: true)).Closed);
    }

    [Fact]
    public async Task Who_was_pointed_out_is_not_again_before_the_cool_down_is_over()
    {
        var worker = _course.NewWorker();
        await RaiseAsync(1);
        await _course.AskAsync(1, AlertChange.Dismissed);
        await worker.RunAsync(isRaising: true);
        foreach (var day in Enumerable.Range(1, 22))
        {
            _course.Clock.Now = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero).AddDays(day);
            await _course.ScoreAsync(1, 0.7);
            Assert.Equal(day == 21 ? 1 : 0, (await worker.RunAsync(isRaising: true)).Raised);
        }
    }

    [Fact]
    public async Task What_is_held_back_can_be_changed_by_nobody_and_ends_all_the_same()
    {
        _course.Options.HoldBack = 1;
        await RaiseAsync(1);
        await _course.EnrolAsync(2);
        await _course.HandInAsync(2, 30, "question");
        var worker = _course.NewWorker();
        await worker.RunAsync(isRaising: true);
        Assert.Equal("1", await _course.TextAsync("SELECT countIf(is_held_back) FROM alerts WHERE cause = 'risk'"));
        Assert.Equal("0", await _course.TextAsync("SELECT countIf(is_held_back) FROM alerts WHERE cause = 'help-waits'"));
        var asked = await _course.AskAsync(1, AlertChange.Acknowledged);
        await worker.RunAsync(isRaising: false);
        Assert.Equal("There is no such alert.", (await _course.Actions.ReadAsync(asked.ActionId, default))!.Refusal);
        await _course.EnrolAsync(1, lastDaysAgo: 0);
        await worker.RunAsync(isRaising: false);
        Assert.Equal("returned", await _course.StateAsync(1));
    }

    [Fact]
    public async Task The_view_and_the_events_tell_the_same()
    {
        var worker = _course.NewWorker();
        var random = new Random(1);
        foreach (var learner in Enumerable.Range(1, 5)) await RaiseAsync(learner, run: false);
        await worker.RunAsync(isRaising: true);
        for (var i = 0; i < 40; i++)
        {
            var change = (AlertChange)new[] { 2, 3, 4, 4, 5, 7 }[random.Next(i < 30 ? 4 : 6)];
            await _course.AskAsync(random.Next(1, 6), change, _course.Clock.Now.AddDays(1 + random.Next(5)));
            _course.Clock.Now += TimeSpan.FromMinutes(1);
            await worker.RunAsync(isRaising: false);
        }
        var rows = await _clickHouse.ListAsync<Shown>("SELECT alert_id, state, sequence, owner, snoozed_until FROM alerts SETTINGS date_time_output_format = 'iso'");
        var history = await _course.Store.EventsAsync([.. rows.Select(row => row.AlertId)], default);
        Assert.Equal(5, rows.Count);
        Assert.All(rows, row =>
        {
            var alert = Alert.Of(history[row.AlertId]);
            Assert.Equal((alert.State, alert.Sequence, alert.Owner, alert.SnoozedUntil), (row.State, row.Sequence, row.Owner, row.SnoozedUntil));
        });
    }

    private async Task RaiseAsync(int learner, bool run = true)
    {
        await _course.EnrolAsync(learner, lastDaysAgo: 9);
        await _course.ScoreAsync(learner, 0.7);
        if (run) await _course.NewWorker().RunAsync(isRaising: true);
    }

    private Task<string> AlertOfAsync(int learner) => _course.TextAsync(
        $"SELECT concat(toString(cause), '|', arrayStringConcat(reasons.text, ','), '|', next_step) FROM alerts WHERE learner_id = '{AlertedCourse.Learner(learner)}'");

    private sealed record Shown(Guid AlertId, AlertState State, int Sequence, Guid Owner, DateTimeOffset? SnoozedUntil);
}
