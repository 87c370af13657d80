using Engagement.Alerts;
using Engagement.Alerts.Delivery;
using Engagement.Alerts.Delivery.Mail;
using Engagement.Alerts.Delivery.Topic;
using Engagement.Alerts.Delivery.Webhook;
using Engagement.Kafka;
using Engagement.People.Identity;
using MailKit.Security;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Engagement.Engines.Tests.Alerts;

/// <summary>A worker with all channels, as it is after a start: it remembers nothing.</summary>
internal sealed class ToldWorker : IDisposable
{
    private readonly AlertsRun _run;
    private readonly TopicDelivery _topic;
    private readonly WebhookDelivery _webhook;
    private readonly DigestRun _digests;

    /// <param name="course">Its ClickHouse and clock.</param>
    /// <param name="places">Whom to tell.</param>
    /// <param name="webhook">Changes the webhook's options.</param>
    /// <param name="mail">Changes the mail's options.</param>
    public ToldWorker(AlertedCourse course, Places places, Action<WebhookOptions>? webhook = null, Action<MailOptions>? mail = null)
    {
        var (toWebhook, toMail) = (new WebhookOptions { Url = places.Webhook, Secret = Secret, FirstPause = TimeSpan.FromMilliseconds(10), GiveUpAfter = TimeSpan.FromDays(30) },
            new MailOptions { Host = "127.0.0.1", Port = places.MailPort, Security = SecureSocketOptions.None, From = "Engagement <engagement@school.example>", FirstPause = TimeSpan.FromMilliseconds(10), GiveUpAfter = TimeSpan.FromDays(7) });
        webhook?.Invoke(toWebhook);
        mail?.Invoke(toMail);
        Outbox = new(course.Seen, course.Store, course.Clock);
        _run = course.NewWorker();
        _topic = new(places.Kafka, Outbox, course.Clock, NullLogger<TopicDelivery>.Instance);
        _webhook = new(Options.Create(toWebhook), Outbox, course.Clock, NullLogger<WebhookDelivery>.Instance);
        _digests = new(new DigestStore(course.Seen), course.Store, Outbox, new Identities(course.Seen, Key, course.Clock, NullLogger<Identities>.Instance), course.Clock,
            Options.Create(toMail), Options.Create(course.Options), NullLogger<DigestRun>.Instance);
    }

    public const string Secret = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    public static IdentityKey Key { get; } = new("a key of 32 bytes for the tests!!"u8[..32]);

    public Outbox Outbox { get; }

    public Task<AlertsRunResult> TurnAsync(bool isRaising) => _run.RunAsync(isRaising);

    public Task<int> TellTopicAsync() => _topic.RunAsync(default);

    public Task<int> TellWebhookAsync() => _webhook.RunAsync(default);

    public Task<int> TellByMailAsync() => _digests.RunAsync(default);

    /// <summary>Tells each channel what it has not been told.</summary>
    /// <returns>Messages that were taken.</returns>
    public async Task<int> DeliverAsync() => await TellTopicAsync() + await TellWebhookAsync() + await TellByMailAsync();

    public void Dispose()
    {
        _topic.Dispose();
        _webhook.Dispose();
    }

    /// <summary>Whom a worker tells.</summary>
    internal sealed record Places(KafkaOptions Kafka, string Webhook, int MailPort);
}
