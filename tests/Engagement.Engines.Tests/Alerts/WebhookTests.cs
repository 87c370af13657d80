using System.Security.Cryptography;
using System.Text;
using Engagement.Alerts;
using Engagement.Alerts.Delivery;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Alerts.Receivers;
using Engagement.Engines.Tests.Engines;

namespace Engagement.Engines.Tests.Alerts;

/// <summary>What a webhook is told, how it can tell that it is us, and what happens where it does not answer.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    private ClickHouseClient _clickHouse = null!;
    private WebhookReceiver _receiver = null!;
    private AlertedCourse _course = null!;
    private ToldWorker _worker = null!;

    public async Task InitializeAsync()
    {
        _clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        _receiver = await WebhookReceiver.StartAsync();
        _course = new AlertedCourse(_clickHouse);
        _worker = new ToldWorker(_course, new(new(), _receiver.Url, 1), webhook => webhook.GiveUpAfter = TimeSpan.FromDays(1));
        await _worker.TellWebhookAsync(); // from now on it is there
    }

    public async Task DisposeAsync()
    {
        _worker.Dispose();
        await _receiver.DisposeAsync();
        _clickHouse.Dispose();
    }

    [Fact]
    public async Task It_is_signed_so_that_a_receiver_can_tell_who_sent_it_and_that_nothing_was_changed()
    {
        await RaiseAsync(1);
        Assert.Equal(1, await _worker.TellWebhookAsync());
        var (id, timestamp, signature, body) = Assert.Single(_receiver.Taken);
        var key = Convert.FromBase64String(ToldWorker.Secret["whsec_".Length..]);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        Assert.Equal("v1," + Convert.ToBase64String(HMACSHA256.HashData(key, signed)), signature);
        Assert.Equal(EventOf(1), id);
    }

    [Fact]
    public async Task What_fails_is_tried_again_with_growing_pauses_and_nothing_of_the_alert_overtakes_it()
    {
        await RaiseAsync(1);
        _receiver.Answers.Enqueue(WebhookAnswer.IsBusy);
        _receiver.Answers.Enqueue(WebhookAnswer.Cuts);
        Assert.Equal(0, await _worker.TellWebhookAsync());
        var acknowledged = await _course.AskAsync(1, AlertChange.Acknowledged);
        await _worker.TurnAsync(isRaising: false);
        Assert.Equal(0, await _worker.TellWebhookAsync()); // its pause is not over, and what came later waits for it
        _course.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(0, await _worker.TellWebhookAsync());
        _course.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Equal(2, await _worker.TellWebhookAsync());
        Assert.Equal(["1:failed:HTTP 503", "2:failed:No answer: Unknown", "3:delivered:"], (await _clickHouse.ListAsync<Try>(
            $"SELECT concat(toString(try), ':', toString(state), ':', answer) AS line FROM deliveries WHERE event_id = '{EventOf(1)}' ORDER BY try")).Select(row => row.Line));
        Assert.Equal([EventOf(1), acknowledged.ActionId], _receiver.Taken.Select(request => request.Id));
    }

    [Fact]
    public async Task After_a_day_it_is_given_up_and_can_be_taken_up_again_for_another_day()
    {
        await RaiseAsync(1);
        for (var hour = 0; hour < 26; hour++)
        {
            _receiver.Answers.Enqueue(hour % 2 == 0 ? WebhookAnswer.IsBusy : WebhookAnswer.Redirects);
            await _worker.TellWebhookAsync();
            _course.Clock.Now += TimeSpan.FromHours(1);
        }
        _receiver.Answers.Clear();
        Assert.Equal(0, await _worker.TellWebhookAsync());
        var given = Assert.Single(await _worker.Outbox.GivenUpAsync(Channel.Webhook, default));
        Assert.Equal(EventOf(1), given.EventId);

        Assert.Equal(1, await _worker.Outbox.ResumeAsync(Channel.Webhook, default));
        _receiver.Answers.Enqueue(WebhookAnswer.IsBusy); // not given up at once
        Assert.Equal(0, await _worker.TellWebhookAsync());
        _course.Clock.Now += TimeSpan.FromHours(1);
        Assert.Equal(1, await _worker.TellWebhookAsync());
        Assert.Empty(await _worker.Outbox.GivenUpAsync(Channel.Webhook, default));
    }

    [Fact]
    public async Task Who_says_that_the_address_is_gone_is_not_asked_again()
    {
        await RaiseAsync(1);
        _receiver.Answers.Enqueue(WebhookAnswer.IsGone);
        await _worker.TellWebhookAsync();
        _course.Clock.Now += TimeSpan.FromHours(2);
        Assert.Equal(0, await _worker.TellWebhookAsync());
        Assert.Equal("HTTP 410", Assert.Single(await _worker.Outbox.GivenUpAsync(Channel.Webhook, default)).Answer);
    }

    [Fact]
    public async Task Of_what_is_held_back_nobody_is_told()
    {
        _course.Options.HoldBack = 1;
        await RaiseAsync(1);
        Assert.Equal(0, await _worker.TellWebhookAsync());
        Assert.Empty(_receiver.Taken);
    }

    private async Task RaiseAsync(int learner)
    {
        await _course.EnrolAsync(learner, lastDaysAgo: 9);
        await _course.ScoreAsync(learner, 0.7);
        Assert.Equal(1, (await _worker.TurnAsync(isRaising: true)).Raised);
    }

    private static Guid EventOf(int sequence) => AlertIds.Event(AlertIds.Alert(AlertedCourse.Course, AlertedCourse.Learner(1), 0), sequence);

    private sealed record Try(string Line);
}
