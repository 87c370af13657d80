using System.CommandLine;
using Engagement.Alerts.Delivery;
using Engagement.Alerts.Delivery.Mail;
using Engagement.Alerts.Keeping;
using Engagement.Processes;
using Engagement.Reports;
using Microsoft.Extensions.Configuration;

namespace Engagement.Commands;

/// <summary><c>engagement alerts</c>: what is unfinished, and what could not be told. Names nobody.</summary>
internal static class AlertsCommand
{
    public static Command Create() => new("alerts", "Lists the alerts that are not over, and what of them could not be told") { CreateList(), CreateUndelivered() };

    private static Command CreateList()
    {
        var course = new Option<string?>("--course") { Description = "Only courses whose id contains this", HelpName = "COURSE" };
        return new Command("list", "Lists the alerts that are not over, course by course, most urgent first; those held back are left out") { course }
            .Does(async (parsed, settings, stop) =>
            {
                await using var database = await Database.OpenAsync(settings, stop);
                await new AlertTable(database.Client, TimeProvider.System).PrintAsync(Terminal.Results(), parsed.GetValue(course) ?? "", stop);
                return ExitCodes.Done;
            });
    }

    private static Command CreateUndelivered()
    {
        var resend = new Option<bool>("--resend") { Description = "Have the worker try each event once more that the webhook was given up on" };
        return new Command("undelivered", "Lists what the webhook was given up on, and the mails of 30 days that no server took") { resend }
            .Does(async (parsed, settings, stop) =>
            {
                await using var database = await Database.OpenAsync(settings, stop);
                var outbox = new Outbox(database.Client, new AlertStore(database.Client), TimeProvider.System);
                var patience = (settings.Configuration.GetSection(MailOptions.Section).Get<MailOptions>() ?? new()).GiveUpAfter;
                await new UndeliveredTable(outbox, new DigestStore(database.Client), TimeProvider.System).PrintAsync(Terminal.Results(), patience, stop);
                if (parsed.GetValue(resend)) Console.WriteLine($"{Terminal.Count(await outbox.ResumeAsync(Channel.Webhook, stop), "event")} to be tried again, by the worker with the role alerts.");
                return ExitCodes.Done;
            });
    }
}
