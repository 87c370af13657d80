namespace Engagement.Courses;

/// <summary>Activity ids and prefixes as an outline lists them.</summary>
internal static class Activities
{
    /// <summary>Why the entry can't be used; null where it can.</summary>
    public static string? FaultOf(string entry)
    {
        var star = entry.IndexOf('*', StringComparison.Ordinal);
        if (star >= 0 && star != entry.Length - 1) return "a * stands for \"anything that follows\" and may only be the last character";
        return HasScheme(entry) ? null : "an activity id, or a prefix ending in *, starts with a scheme such as https: or urn:";
    }

    // Not Uri.TryCreate: on Linux it takes /etc/x for an absolute address.
    public static bool HasScheme(string iri)
    {
        var colon = iri.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1 || colon == iri.Length - 1 || !char.IsAsciiLetter(iri[0])) return false;
        return !iri.AsSpan(0, colon).ContainsAnyExcept(SchemeCharacters) && !iri.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
    }

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
