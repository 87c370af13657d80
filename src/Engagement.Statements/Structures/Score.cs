using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Scores (xAPI-Data.md 2.4.5.1).</summary>
internal static class Score
{
    public static bool Read(ref Draft r, int token, bool record)
    {
        if (!r.Object(token)) return false;
        double? scaled = null, raw = null, min = null, max = null;
        foreach (var m in r.Members(token))
        {
            if (m.Key is not (Key.Scaled or Key.Raw or Key.Min or Key.Max))
            {
                if (!r.Unknown(m, "A score")) return false;
                continue;
            }

            if (!r.Number(m.Value, out var value)) return false;
            if (m.Key == Key.Scaled) scaled = value;
            else if (m.Key == Key.Raw) raw = value;
            else if (m.Key == Key.Min) min = value;
            else max = value;
        }

        if (scaled is < -1 or > 1) return r.Fail(Rules.Score, token, "scaled lies outside [-1, 1].");
        if (min >= max) return r.Fail(Rules.Score, token, "min is not below max.");
        if (raw < min || raw > max) return r.Fail(Rules.Score, token, "raw does not lie between min and max.");
        if (record) r.Columns.ScaledScore = scaled;
        return true;
    }
}
