using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Alerts;

/// <summary>
/// Ids that follow from what they name, so that a step done twice, by a worker that died half way or by two at once, is done once.
/// </summary>
public static class AlertIds
{
    /// <param name="course">Its id.</param>
    /// <param name="learner">Pseudonym.</param>
    /// <param name="earlier">Alerts there have been of the two.</param>
    public static Guid Alert(string course, Guid learner, int earlier) => Of("alert", course, learner.ToString(), earlier.ToString(CultureInfo.InvariantCulture));

    public static Guid Event(Guid alert, int sequence) => Of("event", alert.ToString(), sequence.ToString(CultureInfo.InvariantCulture));

    /// <param name="facilitator">Pseudonym.</param>
    /// <param name="day">In their time zone.</param>
    public static Guid Digest(Guid facilitator, DateOnly day) => Of("digest", facilitator.ToString(), day.ToString("O", CultureInfo.InvariantCulture));

    private static Guid Of(params ReadOnlySpan<string> parts) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts!))).AsSpan(0, 16), bigEndian: true);
}
