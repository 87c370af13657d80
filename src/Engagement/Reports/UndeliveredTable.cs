using System.Globalization;
using Engagement.Alerts.Delivery;
using Engagement.Alerts.Delivery.Mail;
using Spectre.Console;

namespace Engagement.Reports;

/// <summary>What of the alerts could not be told, and is not tried any more. Names nobody.</summary>
internal sealed class UndeliveredTable(Outbox outbox, DigestStore digests, TimeProvider clock)
{
    private const int Days = 30;

    /// <param name="console">Gets the tables.</param>
    /// <param name="patience">Time after which a digest is given up.</param>
    /// <param name="cancel">Stops asking.</param>
    public async Task PrintAsync(IAnsiConsole console, TimeSpan patience, CancellationToken cancel)
    {
        var events = await outbox.GivenUpAsync(Channel.Webhook, cancel);
        Print(console, "The webhook was told of everything, or is still tried.", "event of the webhook",
            events.Select(last => (last.EventId, last.At, last.Answer, last.Try)));

        var now = clock.GetUtcNow();
        var planned = await digests.PlannedAsync(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-Days), cancel);
        Print(console, "Every mail was sent, or is still tried.", "mail (its Message-ID)",
            planned.Where(digest => digest.SentAt is null && now - digest.PlannedAt > patience)
                .Select(digest => (digest.DigestId, digest.TriedAt ?? digest.PlannedAt, digest.Answer, digest.Tries)));
    }

    private static void Print(IAnsiConsole console, string none, string what, IEnumerable<(Guid Id, DateTimeOffset At, string Answer, int Tries)> rows)
    {
        var table = new Table().Border(TableBorder.Horizontal);
        table.AddColumn(new TableColumn(what).NoWrap()).AddColumn(new TableColumn("last try (UTC)").NoWrap()).AddColumn("answer").AddColumn(new TableColumn("tries").RightAligned().NoWrap());
        foreach (var row in rows)
            table.AddRow(new[] { row.Id.ToString(), Terminal.Time(row.At), Terminal.Readable(row.Answer), row.Tries.ToString(CultureInfo.InvariantCulture) }.Select(cell => new Text(cell)));
        if (table.Rows.Count == 0) console.WriteLine(none);
        else console.Write(table);
    }
}
