using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Objects of statements (xAPI-Data.md 2.4.4): an activity unless they say otherwise.</summary>
internal static class StatementObject
{
    private static readonly Vocabulary.Utf8Table<ObjectType> Types =
        new(Enum.GetValues<ObjectType>().Select(type => (type.ToString(), type)));

    public static bool Read(ref Draft r, int token, bool inSubStatement, out ObjectTokens found)
    {
        found = default;
        if (!r.Object(token) || !ReadType(ref r, token, inSubStatement, out found.Type)) return false;
        return found.Type switch
        {
            ObjectType.Activity => Activity.Read(ref r, token, out found.Activity),
            ObjectType.StatementRef => StatementRef.Read(ref r, token, out found.Target),
            ObjectType.SubStatement => SubStatement.Read(ref r, token),
            _ => Actor.Read(ref r, token, out _),
        };
    }

    private static bool ReadType(ref Draft r, int token, bool inSubStatement, out ObjectType type)
    {
        type = ObjectType.Activity;
        foreach (var m in r.Members(token))
        {
            if (m.Key != Key.ObjectType) continue;
            if (!r.String(m.Value)) return false;
            if (!Types.TryGet(r.Text(m.Value), out type))
                return r.Fail(Rules.ObjectType, m.Value, "An object is an Activity, Agent, Group, SubStatement or StatementRef, spelled exactly so.");
            if (type == ObjectType.SubStatement && inSubStatement)
                return r.Fail(Rules.SubStatement, m.Value, "A sub-statement holds no sub-statement.");
        }

        return true;
    }
}
