using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Alerts.Delivery.Webhook;

/// <summary>Signs as the Standard Webhooks specification has it, so that receivers can use a library that is there: standardwebhooks.com.</summary>
public static class WebhookSignature
{
    /// <summary>Value of the header <c>webhook-signature</c>.</summary>
    /// <param name="key">Shared with the receiver.</param>
    /// <param name="id">Value of <c>webhook-id</c>.</param>
    /// <param name="sentAt">Value of <c>webhook-timestamp</c>, in seconds.</param>
    /// <param name="body">As it is sent.</param>
    public static string Of(byte[] key, Guid id, DateTimeOffset sentAt, ReadOnlySpan<byte> body)
    {
        var head = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{sentAt.ToUnixTimeSeconds()}."));
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, (byte[])[.. head, .. body]));
    }
}
