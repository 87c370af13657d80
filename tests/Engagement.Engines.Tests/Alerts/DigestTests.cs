using Engagement.ClickHouse;
using Engagement.Engines.Tests.Alerts.Receivers;
using Engagement.Engines.Tests.Engines;
using Engagement.People.Identity;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Engines.Tests.Alerts;

/// <summary>The mail a facilitator gets, or does not.</summary>
public sealed class DigestTests : IAsyncLifetime
{
    private readonly MailReceiver _mail = new();
    private ClickHouseClient _clickHouse = null!;
    private AlertedCourse _course = null!;
    private ToldWorker _worker = null!;

    public async Task InitializeAsync()
    {
        _clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        _course = new AlertedCourse(_clickHouse);
        _worker = new ToldWorker(_course, new(new(), "http://127.0.0.1:1/", _mail.Port));
        _course.Clock.Now = new DateTimeOffset(2026, 3, 2, 5, 0, 0, TimeSpan.Zero);
        await _worker.TellByMailAsync(); // from now on it is there
        await _clickHouse.InsertRowsAsync("accounts", [new { UserName = "fay", AccountId = AlertedCourse.Account, FacilitatorId = AlertedCourse.Facilitator, TimeZone = "Europe/Berlin", RowVersion = 1 }]);
    }

    public async Task DisposeAsync()
    {
        _worker.Dispose();
        await _mail.DisposeAsync();
        _clickHouse.Dispose();
    }

    [Fact]
    public async Task It_comes_at_seven_in_the_facilitators_own_day_once_with_names_and_reasons()
    {
        await KnowAsync();
        await RaiseAsync(1);
        _course.Clock.Now = new DateTimeOffset(2026, 3, 2, 5, 59, 0, TimeSpan.Zero); // 06:59 in Berlin
        Assert.Equal(0, await _worker.TellByMailAsync());
        _course.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(1, await _worker.TellByMailAsync());
        Assert.Equal(0, await _worker.TellByMailAsync());

        var mail = Assert.Single(_mail.Taken);
        Assert.Equal("1 learner to write to today", mail.Subject);
        Assert.Equal("\"Fay Cilitator\" <fay@school.example>", mail.To.ToString());
        Assert.Contains("Ada Lovelace – urn:course", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Was last there 9 days ago", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("Ada Lovelace", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
        Assert.Equal("2", await _course.TextAsync("SELECT count(DISTINCT person_id) FROM identity_reads WHERE purpose = 'digest'"));
    }

    [Fact]
    public async Task Where_there_is_nothing_there_is_no_mail_and_what_comes_later_is_told_the_next_day()
    {
        await KnowAsync();
        _course.Clock.Now = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal(0, await _worker.TellByMailAsync());
        await RaiseAsync(1);
        Assert.Equal(1, await _worker.TellByMailAsync());
        await RaiseAsync(2);
        Assert.Equal(0, await _worker.TellByMailAsync());
        _course.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(1, await _worker.TellByMailAsync());
        Assert.Equal(2, _mail.Taken.Select(mail => mail.MessageId).Distinct().Count());
    }

    [Fact]
    public async Task Without_an_address_it_waits_until_one_is_known()
    {
        await RaiseAsync(1);
        _course.Clock.Now += TimeSpan.FromHours(3);
        Assert.Equal(0, await _worker.TellByMailAsync());
        await KnowAsync();
        Assert.Equal(1, await _worker.TellByMailAsync());
    }

    private Task KnowAsync() => new Identities(_clickHouse, ToldWorker.Key, _course.Clock, NullLogger<Identities>.Instance).SaveAsync(
        [new(AlertedCourse.Facilitator, "Fay Cilitator", "fay@school.example", ""), new(AlertedCourse.Learner(1), "Ada Lovelace", "ada@example.org", "")]);

    private async Task RaiseAsync(int learner)
    {
        await _course.EnrolAsync(learner, lastDaysAgo: 9);
        await _course.LookAfterAsync(learner);
        await _course.ScoreAsync(learner, 0.7);
        Assert.Equal(1, (await _worker.TurnAsync(isRaising: true)).Raised);
    }
}
