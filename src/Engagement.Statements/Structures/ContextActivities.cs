using Engagement.Statements.Json;
using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Context activities (xAPI-Data.md 2.4.6.2): one activity or an array of them under each of four keys.</summary>
internal static class ContextActivities
{
    public static bool Read(ref Draft r, int token)
    {
        if (!r.Object(token)) return false;
        foreach (var m in r.Members(token))
        {
            if (m.Key is not (Key.Parent or Key.Grouping or Key.Category or Key.Other))
            {
                if (r.Options.AllowUnknownKeys && m.Key == Key.Unknown) continue;
                return r.Fail(Rules.ContextActivities, m.KeyToken, "contextActivities has no keys but parent, grouping, category and other.");
            }

            if (!r.Is(m.Value, TokenKind.Array))
            {
                if (!Activity.Read(ref r, m.Value, out _)) return false;
                continue;
            }

            foreach (var item in r.Items(m.Value))
                if (!Activity.Read(ref r, item, out _)) return false;
        }

        return true;
    }
}
