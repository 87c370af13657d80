using System.Text.Json;
using Confluent.Kafka;
using Engagement.Alerts;
using Engagement.ClickHouse;
using Engagement.Engines.Tests.Alerts.Receivers;
using Engagement.Engines.Tests.Engines;
using Engagement.Engines.Tests.Ingest;
using Engagement.People.Identity;
using Microsoft.Extensions.Logging.Abstractions;

namespace Engagement.Engines.Tests.Alerts;

/// <summary>
/// A worker that dies at any insert, before or after it was stored, and receivers that take a message and never say so. Whatever comes in whatever
/// order, each change is told once to each: by the topic itself on Kafka, by its id to a webhook, by its Message-ID to a mail box.
/// </summary>
public sealed class CrashTests(KafkaEngine kafka) : IClassFixture<KafkaEngine>, IAsyncLifetime
{
    private const int Schedules = 50, SpoiltTurns = 2;

    private readonly MailReceiver _mail = new();
    private readonly HashSet<InsertFault> _met = [];
    private ClickHouseClient _clickHouse = null!;
    private FaultyClickHouse _faulty = null!;
    private WebhookReceiver _webhook = null!;
    private AlertedCourse _course = null!;
    private ToldWorker.Places _places = null!;

    public async Task InitializeAsync()
    {
        _clickHouse = await ClickHouseEngine.NewDatabaseAsync();
        _faulty = await FaultyClickHouse.BeforeAsync(_clickHouse);
        _webhook = await WebhookReceiver.StartAsync();
        _course = new AlertedCourse(_clickHouse) { Seen = _faulty.Client, Options = { CoolDownDays = 0, Capacity = 3 } };
        var topic = kafka.NewTopic(partitions: 1);
        _places = new(new() { BootstrapServers = kafka.BootstrapServers, Alerts = topic, GroupId = kafka.NewGroup() }, _webhook.Url, _mail.Port);
        var identities = new Identities(_clickHouse, ToldWorker.Key, _course.Clock, NullLogger<Identities>.Instance);
        await identities.SaveAsync([new Person(AlertedCourse.Facilitator, "Fay Cilitator", "fay@school.example", "")]);
    }

    public async Task DisposeAsync()
    {
        await _faulty.DisposeAsync();
        await _webhook.DisposeAsync();
        await _mail.DisposeAsync();
        _clickHouse.Dispose();
    }

    [Fact]
    public async Task Each_change_is_told_once_wherever_the_worker_dies()
    {
        using (var first = new ToldWorker(_course, _places)) await first.DeliverAsync(); // from now on channels are there
        var crashes = 0;
        for (var schedule = 0; schedule < Schedules; schedule++) crashes += await LiveAsync(schedule);
        _course.Clock.Now += TimeSpan.FromDays(1); // who came back on the last day is in the next day's mail
        await WorkAsync(new Random(Schedules));
        Assert.True(crashes > Schedules, $"Only {crashes} crashes: the schedules try nothing");
        Assert.Superset(new HashSet<InsertFault> { InsertFault.Cut, InsertFault.StoredThenCut }, _met);

        var events = await EventsAsync();
        Assert.True(events.Count > 3 * Schedules, $"Only {events.Count} changes");
        Assert.Equal(events.Order(), TopicReader.ReadAll(_places.Kafka).Select(message => IdOf(message.Value)).Order());
        Assert.Equal(events.Order(), _webhook.Taken.Select(request => request.Id).Distinct().Order());
        Assert.All(_webhook.Taken, request => Assert.Equal(request.Id, IdOf(request.Body)));

        // Sequence of each alert as it was told: no gap, and the first one first.
        Assert.All(TopicReader.ReadAll(_places.Kafka).Select(message => Data(message.Value)).GroupBy(data => data.GetProperty("alert").GetGuid()),
            alert => Assert.Equal(Enumerable.Range(1, alert.Count()), alert.Select(data => data.GetProperty("sequence").GetInt32())));

        // Each raised or returned learner is in one digest; a digest that came twice is one by its Message-ID.
        var told = await _clickHouse.ListAsync<Told>("SELECT arrayJoin(events) AS event_id, digest_id FROM digests FINAL WHERE sent_at IS NOT NULL");
        var wanted = (await _clickHouse.ListAsync<Told>("SELECT event_id, event_id AS digest_id FROM alert_events FINAL WHERE kind IN ('raised', 'returned')")).Select(row => row.EventId);
        Assert.Equal(wanted.Order(), told.Select(row => row.EventId).Order());
        Assert.Equal(told.Select(row => row.DigestId).Distinct().Order(), _mail.Taken.Select(mail => Guid.Parse(mail.MessageId!.Split('@')[0])).Distinct().Order());
    }

    // A day: three learners are pointed out, somebody acts on two of the alerts of the day before, and its third learner comes back; the worker dies
    // now and then.
    private async Task<int> LiveAsync(int schedule)
    {
        _course.Clock.Now = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero).AddDays(schedule);
        if (schedule > 0)
        {
            await _course.AskAsync(3 * schedule - 3, AlertChange.Acknowledged);
            await _course.AskAsync(3 * schedule - 2, AlertChange.Dismissed);
            await _course.EnrolAsync(3 * schedule - 1, lastDaysAgo: 0);
        }
        foreach (var learner in Enumerable.Range(3 * schedule, 3))
        {
            await _course.EnrolAsync(learner, lastDaysAgo: 9);
            await _course.LookAfterAsync(learner);
            await _course.ScoreAsync(learner, 0.7);
        }
        var crashes = await WorkAsync(new Random(schedule));
        Assert.Equal("3", await _course.TextAsync($"SELECT count() FROM alerts WHERE toDate(raised_at) = '{_course.Clock.Now:yyyy-MM-dd}'"));
        return crashes;
    }

    // Works until nothing is left to do, with faults at first.
    private async Task<int> WorkAsync(Random random)
    {
        var crashes = 0;
        var worker = new ToldWorker(_course, _places);
        try
        {
            for (var turn = 0; ; turn++)
            {
                Spoil(random, isOver: turn >= SpoiltTurns);
                try
                {
                    var result = await worker.TurnAsync(isRaising: turn % 2 == 0);
                    var told = await worker.DeliverAsync();
                    if (turn >= SpoiltTurns && result == new AlertsRunResult(0, 0, 0) && told == 0) return crashes;
                }
                catch (Exception e) when (e is HttpRequestException or KafkaException)
                {
                    crashes++;
                    worker.Dispose();
                    worker = new ToldWorker(_course, _places);
                }
                _course.Clock.Now += TimeSpan.FromMinutes(1); // pauses pass
                Assert.True(turn < 60, "It does not come to rest");
            }
        }
        finally
        {
            worker.Dispose();
        }
    }

    private void Spoil(Random random, bool isOver)
    {
        _faulty.Faults.Clear();
        _webhook.Answers.Clear();
        _mail.Answers.Clear();
        if (isOver) return;
        for (var passes = random.Next(8); passes > 0; passes--) _faulty.Faults.Enqueue(InsertFault.Passes);
        var fault = random.Next(2) == 0 ? InsertFault.Cut : InsertFault.StoredThenCut;
        _faulty.Faults.Enqueue(fault);
        _met.Add(fault);
        for (var i = 0; i < 3; i++) _webhook.Answers.Enqueue((WebhookAnswer)random.Next(4));
        for (var i = 0; i < 2; i++) _mail.Answers.Enqueue((MailAnswer)random.Next(4));
    }

    private async Task<List<Guid>> EventsAsync() =>
        [.. (await _clickHouse.ListAsync<Told>("SELECT event_id, event_id AS digest_id FROM alert_events FINAL WHERE NOT is_held_back")).Select(row => row.EventId)];

    private static JsonElement Data(byte[] message) => JsonDocument.Parse(message).RootElement.GetProperty("data");

    private static Guid IdOf(byte[] message) => Data(message).GetProperty("id").GetGuid();

    private sealed record Told(Guid EventId, Guid DigestId);
}
