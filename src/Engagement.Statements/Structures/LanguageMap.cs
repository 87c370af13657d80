using Engagement.Statements.Formats;
using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Texts by language (xAPI-Data.md 4.2).</summary>
internal static class LanguageMap
{
    public static bool Read(ref Draft r, int token)
    {
        if (!r.Object(token)) return false;
        foreach (var key in r.KeyTokens(token))
        {
            if (!LanguageTag.IsValid(r.Text(key)))
                return r.Fail(Rules.LanguageTag, key, "The key of a language map is no RFC 5646 language tag such as en or pt-BR.");
            if (!r.String(key + 1)) return false;
        }

        return true;
    }
}
