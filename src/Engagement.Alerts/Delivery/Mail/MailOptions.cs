using System.ComponentModel.DataAnnotations;
using MailKit.Security;
using MimeKit;

namespace Engagement.Alerts.Delivery.Mail;

/// <summary>Section <c>Alerts:Mail</c>: a digest a day for each facilitator whose address is known.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Alerts:Mail";

    /// <summary>SMTP server. Empty: no mail is sent.</summary>
    public string Host { get; set; } = "";

    [Range(1, 65535, ErrorMessage = "Alerts:Mail:Port is a number from 1 to 65535")]
    public int Port { get; set; } = 587;

    /// <summary>StartTls (default), SslOnConnect, or None within one machine or network that is trusted.</summary>
    public SecureSocketOptions Security { get; set; } = SecureSocketOptions.StartTls;

    /// <summary>Empty: the server asks for none.</summary>
    public string User { get; set; } = "";
    public string Password { get; set; } = "";

    /// <summary>Sender, e.g. <c>Engagement &lt;engagement@courses.example&gt;</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>When in the facilitator's day it leaves. Default 07:00.</summary>
    public TimeOnly At { get; set; } = new(7, 0);

    /// <summary>Address of the pages, for the link in the mail. Empty: no link.</summary>
    public string Link { get; set; } = "";

    /// <summary>Name learners in the mail. Else it says only how many, and why. Default true.</summary>
    public bool WithNames { get; set; } = true;

    /// <summary>Time after which a digest that no server takes is given up, 1 min to 7 days. Default 1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00", ErrorMessage = "Alerts:Mail:GiveUpAfter is a time from 00:01:00 to 7.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Time before the second try, 0.01 s to 1 hour; it doubles with each, up to an hour. Default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "01:00:00", ErrorMessage = "Alerts:Mail:FirstPause is a time from 00:00:00.01 to 01:00:00")]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromMinutes(1);

    public bool IsWanted => Host.Length > 0;

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (!IsWanted) yield break;
        if (!MailboxAddress.TryParse(From, out _)) yield return new("Alerts:Mail:From is the sender's mail address");
        if (Link.Length > 0 && !(Uri.TryCreate(Link, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")) yield return new("Alerts:Mail:Link is an http address");
    }
}
