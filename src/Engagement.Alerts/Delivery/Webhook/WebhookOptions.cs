using System.ComponentModel.DataAnnotations;
using System.Text;

namespace Engagement.Alerts.Delivery.Webhook;

/// <summary>Section <c>Alerts:Webhook</c>: an address that is told of every change.</summary>
public sealed class WebhookOptions : IValidatableObject
{
    public const string Section = "Alerts:Webhook";

    private const int LeastSecret = 24;

    /// <summary>https, or http of this machine. Empty: there is none.</summary>
    public string Url { get; set; } = "";

    /// <summary>Key of the signature: <c>whsec_</c> and base64, or any text of at least 24 bytes.</summary>
    public string Secret { get; set; } = "";

    /// <summary>Time an answer may take, 0.1 s to 1 min. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "Alerts:Webhook:Timeout is a time from 00:00:00.1 to 00:01:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Time after the first try in which it is tried again, 1 s to 30 days. Default 1 day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00", ErrorMessage = "Alerts:Webhook:GiveUpAfter is a time from 00:00:01 to 30.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(1);

    /// <summary>Time before the second try, 0.01 s to 1 min; it doubles with each, up to an hour. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00", ErrorMessage = "Alerts:Webhook:FirstPause is a time from 00:00:00.01 to 00:01:00")]
    public TimeSpan FirstPause { get; set; } = TimeSpan.FromSeconds(1);

    public bool IsWanted => Url.Length > 0;

    internal byte[] Key
    {
        get
        {
            const string Prefix = "whsec_";
            var text = Secret.StartsWith(Prefix, StringComparison.Ordinal) ? Secret[Prefix.Length..] : Secret;
            var bytes = new byte[text.Length];
            return Secret.StartsWith(Prefix, StringComparison.Ordinal) && Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : Encoding.UTF8.GetBytes(Secret);
        }
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext context)
    {
        if (!IsWanted) yield break;
        if (!Uri.TryCreate(Url, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
            yield return new("Alerts:Webhook:Url is an https address (http only of this machine)");
        if (Key.Length < LeastSecret)
            yield return new($"Alerts:Webhook:Secret has at least {LeastSecret} bytes. Make one with: echo whsec_$(openssl rand -base64 32)");
    }
}
