using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Interaction activities (xAPI-Data.md 2.4.4.1, appendix C): questions, after SCORM.</summary>
internal static class Interaction
{
    private static readonly Vocabulary.Utf8Table<bool> Types = new(
        new[]
        {
            "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert", "numeric", "other",
        }.Select(type => (type, true)));

    public static bool ReadType(ref Draft r, int token) =>
        r.String(token)
        && (Types.TryGet(r.Text(token), out _)
            || r.Fail(Rules.Interaction, token, "The text is none of xAPI's interaction types such as choice or fill-in."));

    public static bool ReadPattern(ref Draft r, int token)
    {
        if (!r.Array(token)) return false;
        foreach (var item in r.Items(token))
            if (!r.String(item)) return false;
        return true;
    }

    public static bool ReadComponents(ref Draft r, int token)
    {
        if (!r.Array(token)) return false;
        var ids = r.EmptyTokenList();
        foreach (var item in r.Items(token))
        {
            if (!ReadComponent(ref r, item, out var id)) return false;
            ids.Add(id);
        }

        var twice = r.FindEqual(ids);
        return twice == 0 || r.Fail(Rules.Interaction, twice, "Two components of one list have the same id.");
    }

    private static bool ReadComponent(ref Draft r, int token, out int id)
    {
        id = 0;
        if (!r.Object(token)) return false;
        foreach (var m in r.Members(token))
        {
            switch (m.Key)
            {
                case Key.Id:
                    if (!r.String(id = m.Value)) return false;
                    break;
                case Key.Description:
                    if (!LanguageMap.Read(ref r, m.Value)) return false;
                    break;
                default:
                    if (!r.Unknown(m, "A component")) return false;
                    break;
            }
        }

        return id != 0 || r.Missing(token, Key.Id);
    }
}
