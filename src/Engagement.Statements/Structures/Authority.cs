using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Authority (xAPI-Data.md 2.4.9): who vouches for a statement. Checked, not kept.</summary>
internal static class Authority
{
    public static bool Read(ref Draft r, int token)
    {
        if (!Actor.Read(ref r, token, out var actor)) return false;
        return !actor.IsGroup
            || actor.Identifier == Key.Unknown && actor.MemberCount == 2
            || r.Fail(Rules.Authority, token, "An authority is an agent, or a group of exactly two agents without an identifier of its own.");
    }
}
