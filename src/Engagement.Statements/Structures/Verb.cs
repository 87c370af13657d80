using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Verbs (xAPI-Data.md 2.4.3).</summary>
internal static class Verb
{
    /// <param name="id">Token of the verb's id.</param>
    public static bool Read(ref Draft r, int token, out int id)
    {
        id = 0;
        if (!r.Object(token)) return false;
        foreach (var m in r.Members(token))
        {
            switch (m.Key)
            {
                case Key.Id:
                    if (!r.Iri(id = m.Value)) return false;
                    break;
                case Key.Display:
                    if (!LanguageMap.Read(ref r, m.Value)) return false;
                    break;
                default:
                    if (!r.Unknown(m, "A verb")) return false;
                    break;
            }
        }

        return id != 0 || r.Missing(token, Key.Id);
    }
}
