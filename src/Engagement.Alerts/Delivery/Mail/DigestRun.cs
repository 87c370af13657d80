using Engagement.Alerts.Keeping;
using Engagement.ClickHouse;
using Engagement.People.Identity;
using MailKit;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Utils;

namespace Engagement.Alerts.Delivery.Mail;

/// <summary>
/// Writes to each facilitator once a day, where there is something to tell. What is in a digest is settled, and stored, before it leaves; a mail may leave
/// twice, where this worker dies after the server took it and before that was recorded: both have the same Message-ID. Not for two threads at once.
/// </summary>
public sealed class DigestRun(
    DigestStore store, AlertStore alerts, Outbox outbox, Identities identities, TimeProvider clock, IOptions<MailOptions> mail, IOptions<AlertsOptions> options, ILogger<DigestRun> log)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7), LongestPause = TimeSpan.FromHours(1), Patience = TimeSpan.FromMinutes(1);

    private bool _isOpen;

    /// <returns>Digests sent.</returns>
    /// <remarks>Errors as <see cref="ClickHouseClient"/> has them; the server's are recorded.</remarks>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        if (!_isOpen) await outbox.OpenAsync(Channel.Mail, clock.GetUtcNow(), cancel);
        _isOpen = true;
        var now = clock.GetUtcNow();
        var planned = await store.PlannedAsync(DateOnly.FromDateTime((now - Week).UtcDateTime), cancel);
        planned.AddRange(await PlanAsync(planned, now, cancel));
        var sent = 0;
        foreach (var digest in planned.Where(digest => IsDue(digest, now)))
        {
            var tried = await TryAsync(digest, cancel);
            await store.SaveAsync(tried, cancel);
            if (tried.SentAt is not null) sent++;
        }
        return sent;
    }

    private async Task<IReadOnlyList<Digest>> PlanAsync(List<Digest> planned, DateTimeOffset now, CancellationToken cancel)
    {
        var due = new List<Digest>();
        foreach (var facilitator in await store.DueAsync(now - Week, cancel))
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(facilitator.TimeZone.Length > 0 ? facilitator.TimeZone : options.Value.TimeZone, out var zone)) zone = TimeZoneInfo.Utc;
            var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
            var day = DateOnly.FromDateTime(local);
            if (TimeOnly.FromDateTime(local) < mail.Value.At || planned.Exists(other => other.FacilitatorId == facilitator.FacilitatorId && other.Day == day)) continue;
            if (await AddressAsync(facilitator.FacilitatorId, cancel) is null) continue; // told as soon as it is known, within the week
            var digest = new Digest { DigestId = AlertIds.Digest(facilitator.FacilitatorId, day), FacilitatorId = facilitator.FacilitatorId, Day = day, Events = facilitator.Events, PlannedAt = now };
            await store.SaveAsync(digest, cancel);
            due.Add(digest);
        }
        return due;
    }

    private bool IsDue(Digest digest, DateTimeOffset now)
    {
        if (digest.SentAt is not null || now - digest.PlannedAt > mail.Value.GiveUpAfter) return false;
        var pause = mail.Value.FirstPause * Math.Pow(2, Math.Min(digest.Tries - 1, 20));
        return digest.TriedAt is not { } tried || now >= tried + (pause < LongestPause ? pause : LongestPause);
    }

    private async Task<Digest> TryAsync(Digest digest, CancellationToken cancel)
    {
        var (answer, isSent) = ("", false);
        try
        {
            if (await AddressAsync(digest.FacilitatorId, cancel) is not { } to) answer = "The facilitator's address is not known.";
            else
            {
                using var message = await MessageAsync(digest, to, cancel);
                await SendAsync(message, cancel);
                isSent = true;
            }
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or ProtocolException or CommandException or ServiceNotConnectedException
            or MailKit.Security.AuthenticationException or MailKit.Security.SslHandshakeException or TimeoutException)
        {
            // The server's words may repeat the address.
            answer = e is SmtpCommandException command ? $"The server answered {(int)command.StatusCode}." : $"{e.GetType().Name}";
            log.LogWarning("Digest {Digest} could not be sent, which is tried again: {Answer}", digest.DigestId, answer);
        }
        var now = clock.GetUtcNow();
        return digest with { SentAt = isSent ? now : null, Tries = digest.Tries + 1, TriedAt = now, Answer = answer, RowVersion = digest.RowVersion + 1 };
    }

    private async Task<MailboxAddress?> AddressAsync(Guid facilitator, CancellationToken cancel)
    {
        var known = (await identities.ReadAsync(IdentityAccess.OfProduct(ReadPurpose.Digest), [facilitator], cancel)).GetValueOrDefault(facilitator);
        return known is { Address.Length: > 0 } && MailboxAddress.TryParse(known.Address, out var address) ? new MailboxAddress(known.Name, address.Address) : null;
    }

    private async Task<MimeMessage> MessageAsync(Digest digest, MailboxAddress to, CancellationToken cancel)
    {
        var events = await alerts.EventsByIdAsync(digest.Events, cancel);
        var titles = await store.CourseTitlesAsync(cancel);
        var names = mail.Value.WithNames
            ? await identities.ReadAsync(IdentityAccess.OfProduct(ReadPurpose.Digest), [.. events.Select(e => e.LearnerId).Distinct()], cancel)
            : new Dictionary<Guid, Person>();
        var back = events.Where(e => e.Kind == AlertChange.Returned).Select(e => e.AlertId).ToHashSet();
        var letter = DigestLetter.Of(to.Name ?? "",
            [.. events.Where(e => e.Kind == AlertChange.Raised && !back.Contains(e.AlertId)).OrderBy(e => e.Cause).ThenByDescending(e => e.Score).Select(Entry)],
            [.. events.Where(e => e.Kind == AlertChange.Returned).Select(Entry)], mail.Value.Link);
        var from = MailboxAddress.Parse(mail.Value.From);
        var message = new MimeMessage { Subject = letter.Subject, MessageId = $"{digest.DigestId}@{from.Domain}", Date = digest.PlannedAt, Body = new BodyBuilder { TextBody = letter.Text, HtmlBody = letter.Html }.ToMessageBody() };
        message.From.Add(from);
        message.To.Add(to);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;

        DigestEntry Entry(AlertEvent e) => new(
            names.GetValueOrDefault(e.LearnerId) is { Name.Length: > 0 } known ? known.Name : "A learner", titles.GetValueOrDefault(e.CourseId, e.CourseId), [.. e.Reasons.Select(reason => reason.Text)], e.NextStep);
    }

    private async Task SendAsync(MimeMessage message, CancellationToken cancel)
    {
        using var smtp = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        await smtp.ConnectAsync(mail.Value.Host, mail.Value.Port, mail.Value.Security, cancel);
        if (mail.Value.User.Length > 0) await smtp.AuthenticateAsync(mail.Value.User, mail.Value.Password, cancel);
        await smtp.SendAsync(message, cancel);
    }
}
