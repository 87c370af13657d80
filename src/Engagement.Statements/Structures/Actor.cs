using Engagement.Statements.Formats;
using Engagement.Statements.Json;
using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Agents and groups, wherever they stand (xAPI-Data.md 2.4.2).</summary>
internal static class Actor
{
    /// <summary>An agent or a group.</summary>
    public static bool Read(ref Draft r, int token, out ActorTokens actor)
    {
        actor = default;
        if (!r.Object(token)) return false;
        int type = 0, name = 0, member = 0, identifiers = 0, value = 0;
        var kind = Key.Unknown;
        foreach (var m in r.Members(token))
        {
            switch (m.Key)
            {
                case Key.ObjectType: type = m.Value; break;
                case Key.Name: name = m.Value; break;
                case Key.Member: member = m.Value; break;
                case Key.Mbox or Key.MboxSha1Sum or Key.Openid or Key.Account:
                    identifiers++;
                    kind = m.Key;
                    value = m.Value;
                    break;
                default:
                    if (!r.Unknown(m, "An agent or group")) return false;
                    break;
            }
        }

        var isGroup = false;
        if (type != 0 && !ReadType(ref r, type, out isGroup)) return false;
        if (name != 0 && !r.String(name)) return false;
        var rule = isGroup ? Rules.Group : Rules.Agent;
        if (identifiers > 1)
            return r.Fail(rule, token, "It has more than one of mbox, mbox_sha1sum, openid and account; keep one.");
        if (identifiers == 0 && !isGroup)
            return r.Fail(rule, token, "An agent needs one of mbox, mbox_sha1sum, openid and account.");
        if (member != 0 && !isGroup)
            return r.Fail(rule, member, "Only a group has members; set objectType to Group, or leave them out.");
        if (identifiers == 0 && member == 0)
            return r.Fail(rule, token, "A group without an identifier needs members.");
        var members = 0;
        var homePage = 0;
        if (member != 0 && !ReadMembers(ref r, member, out members)) return false;
        if (identifiers == 0 && members == 0)
            return r.Fail(rule, member, "A group without an identifier needs at least one member.");
        if (identifiers == 1 && !ReadIdentifier(ref r, kind, ref value, out homePage)) return false;
        actor = new ActorTokens(isGroup, kind, value, homePage, members);
        return true;
    }

    /// <summary>An agent, not a group.</summary>
    public static bool ReadAgent(ref Draft r, int token, string rule, string reason)
    {
        if (!Read(ref r, token, out var actor)) return false;
        return !actor.IsGroup || r.Fail(rule, token, reason);
    }

    private static bool ReadType(ref Draft r, int type, out bool isGroup)
    {
        isGroup = false;
        if (!r.String(type)) return false;
        var text = r.Text(type);
        isGroup = text.SequenceEqual("Group"u8);
        return isGroup || text.SequenceEqual("Agent"u8)
            || r.Fail(Rules.ObjectType, type, "The objectType here is Agent or Group, spelled exactly so.");
    }

    private static bool ReadMembers(ref Draft r, int member, out int count)
    {
        count = 0;
        if (!r.Array(member)) return false;
        foreach (var item in r.Items(member))
        {
            count++;
            if (!ReadAgent(ref r, item, Rules.Group, "Members of a group are agents; a group holds no groups.")) return false;
        }

        return true;
    }

    private static bool ReadIdentifier(ref Draft r, Key kind, ref int value, out int homePage)
    {
        homePage = 0;
        if (kind == Key.Account) return ReadAccount(ref r, ref value, out homePage);
        if (kind == Key.Openid) return r.Iri(value);
        if (!r.String(value)) return false;
        return kind == Key.Mbox
            ? Mailto.IsValid(r.Text(value)) || r.Fail(Rules.Mbox, value, "The text is not mailto: and one address.")
            : Hex.IsSha1(r.Text(value)) || r.Fail(Rules.MboxSha1Sum, value, "The text is not 40 hexadecimal digits.");
    }

    private static bool ReadAccount(ref Draft r, ref int value, out int homePage)
    {
        homePage = 0;
        var account = value;
        if (!r.Object(account)) return false;
        value = 0;
        foreach (var m in r.Members(account))
        {
            if (m.Key == Key.HomePage) homePage = m.Value;
            else if (m.Key == Key.Name) value = m.Value;
            else if (!r.Unknown(m, "An account")) return false;
        }

        if (homePage == 0) return r.Missing(account, Key.HomePage);
        if (value == 0) return r.Missing(account, Key.Name);
        return r.Iri(homePage)
            && r.String(value)
            && (r.Tape[value].Length > 0 || r.Fail(Rules.Account, value, "An account's name is not empty."));
    }
}
