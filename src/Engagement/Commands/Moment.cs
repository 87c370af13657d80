using System.Globalization;
using Engagement.Hosting;

namespace Engagement.Commands;

/// <summary>A time as people type it.</summary>
internal static class Moment
{
    /// <param name="option">Where it was typed.</param>
    /// <param name="text"><c>30m</c>, <c>12h</c>, <c>7d</c> or <c>2w</c> ago, or an ISO 8601 time (UTC where it names no zone).</param>
    /// <param name="now">What "ago" counts from.</param>
    public static DateTimeOffset Parse(string option, string text, DateTimeOffset now)
    {
        if (text.Length > 1 && int.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= 100_000)
        {
            var ago = text[^1] switch
            {
                'm' => TimeSpan.FromMinutes(count),
                'h' => TimeSpan.FromHours(count),
                'd' => TimeSpan.FromDays(count),
                'w' => TimeSpan.FromDays(7L * count),
                _ => (TimeSpan?)null,
            };
            if (ago is { } span && now - DateTimeOffset.UnixEpoch > span) return now - span;
        }
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time >= DateTimeOffset.UnixEpoch
            ? time
            : throw new Fault($"{option} takes 30m, 12h, 7d or 2w, or a time such as 2026-03-01T08:00Z, not '{text}'.");
    }
}
