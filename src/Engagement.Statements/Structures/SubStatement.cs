using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Sub-statements (xAPI-Data.md 2.4.4.3): checked like statements; nothing of them becomes a column, for they need not have happened.</summary>
internal static class SubStatement
{
    public static bool Read(ref Draft r, int token)
    {
        int actor = 0, verb = 0, inner = 0, result = 0, context = 0, timestamp = 0, attachments = 0;
        foreach (var m in r.Members(token))
        {
            switch (m.Key)
            {
                case Key.ObjectType: break;
                case Key.Actor: actor = m.Value; break;
                case Key.Verb: verb = m.Value; break;
                case Key.Object: inner = m.Value; break;
                case Key.Result: result = m.Value; break;
                case Key.Context: context = m.Value; break;
                case Key.Timestamp: timestamp = m.Value; break;
                case Key.Attachments: attachments = m.Value; break;
                case Key.Id or Key.Stored or Key.Version or Key.Authority:
                    return r.Fail(Rules.SubStatement, m.KeyToken, "A sub-statement has no id, stored, version or authority.");
                default:
                    if (!r.Unknown(m, "A sub-statement")) return false;
                    break;
            }
        }

        if (actor == 0) return r.Missing(token, Key.Actor);
        if (verb == 0) return r.Missing(token, Key.Verb);
        if (inner == 0) return r.Missing(token, Key.Object);
        return Actor.Read(ref r, actor, out _)
            && Verb.Read(ref r, verb, out var verbId)
            && StatementObject.Read(ref r, inner, inSubStatement: true, out var found)
            && Voiding.Check(ref r, verbId, inner, found.Type)
            && (result == 0 || Result.Read(ref r, result, record: false))
            && (context == 0 || Context.Read(ref r, context, found.Type == ObjectType.Activity, out _))
            && (timestamp == 0 || Times.Read(ref r, timestamp, out _, out _))
            && (attachments == 0 || Attachments.Read(ref r, attachments));
    }
}
