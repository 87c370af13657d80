using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>References to statements (xAPI-Data.md 2.4.4.3).</summary>
internal static class StatementRef
{
    public static bool Read(ref Draft r, int token, out Guid target)
    {
        target = default;
        if (!r.Object(token)) return false;
        int type = 0, id = 0;
        foreach (var m in r.Members(token))
        {
            if (m.Key == Key.ObjectType) type = m.Value;
            else if (m.Key == Key.Id) id = m.Value;
            else if (!r.Unknown(m, "A statement reference")) return false;
        }

        if (type == 0) return r.Missing(token, Key.ObjectType);
        if (!r.String(type)) return false;
        if (!r.Text(type).SequenceEqual("StatementRef"u8))
            return r.Fail(Rules.ObjectType, type, "The objectType here is StatementRef, spelled exactly so.");
        return id == 0 ? r.Missing(token, Key.Id) : r.Uuid(id, out target);
    }
}
