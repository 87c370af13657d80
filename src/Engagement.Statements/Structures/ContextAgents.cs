using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Context agents and groups of xAPI 2.0 (IEEE 9274.1.1, 4.2.3): who else had a part in it.</summary>
internal static class ContextAgents
{
    public static bool Read(ref Draft r, int token, bool areGroups)
    {
        if (!r.Array(token)) return false;
        foreach (var item in r.Items(token))
            if (!ReadOne(ref r, item, areGroups)) return false;
        return true;
    }

    private static bool ReadOne(ref Draft r, int token, bool isGroup)
    {
        if (!r.Object(token)) return false;
        int type = 0, who = 0;
        foreach (var m in r.Members(token))
        {
            if (m.Key == Key.ObjectType) type = m.Value;
            else if (m.Key == (isGroup ? Key.Group : Key.Agent)) who = m.Value;
            else if (m.Key == Key.RelevantTypes)
            {
                if (!ReadTypes(ref r, m.Value)) return false;
            }
            else if (!r.Unknown(m, "A context agent or group")) return false;
        }

        if (type == 0) return r.Missing(token, Key.ObjectType);
        if (!r.String(type)) return false;
        if (!r.Text(type).SequenceEqual(isGroup ? "contextGroup"u8 : "contextAgent"u8))
            return r.Fail(Rules.ObjectType, type, "The objectType here is contextAgent or contextGroup, as the list is called.");
        if (who == 0) return r.Missing(token, isGroup ? Key.Group : Key.Agent);
        if (!Actor.Read(ref r, who, out var actor)) return false;
        return actor.IsGroup == isGroup
            || r.Fail(Rules.ContextAgents, who, "contextAgents lists agents and contextGroups lists groups.");
    }

    private static bool ReadTypes(ref Draft r, int token)
    {
        if (!r.Array(token)) return false;
        var any = false;
        foreach (var item in r.Items(token))
        {
            any = true;
            if (!r.Iri(item)) return false;
        }

        return any || r.Fail(Rules.ContextAgents, token, "relevantTypes is not empty; leave it out where there are none.");
    }
}
