using Engagement.Statements.Formats;
using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>timestamp and stored (xAPI-Data.md 2.4.7, 2.4.8, 4.5). A time in the future is valid.</summary>
internal static class Times
{
    public static bool Read(ref Draft r, int token, out long micros, out bool zoneless)
    {
        micros = 0;
        zoneless = false;
        if (!r.String(token)) return false;
        if (!Timestamp.TryParse(r.Text(token), r.Spec, out micros, out zoneless))
            return r.Fail(Rules.Timestamp, token, r.Spec == Spec.V2
                ? "The text is no RFC 3339 time of 1900 to 2299 with a zone, such as 2026-01-31T09:30:00Z."
                : "The text is no ISO 8601 time of 1900 to 2299 such as 2026-01-31T09:30:00Z; an offset of minus zero is not one.");
        return !zoneless || r.Options.AllowZonelessTimes || r.Fail(Rules.Timestamp, token, "The time has no zone.");
    }
}
