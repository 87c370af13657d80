using System.Buffers;

namespace Engagement.Statements.Formats;

/// <summary>
/// IRIs (RFC 3987) with a scheme. Only what every emitter can be held to: real exports are full of ids such as
/// <c>course-v1:ORG+1+run</c>, and Uri.TryCreate takes a file path for one. Percent signs are not checked.
/// </summary>
internal static class Iri
{
    private static readonly SearchValues<byte> Forbidden =
        SearchValues.Create([.. Enumerable.Range(0, 33).Select(b => (byte)b), .. "<>\"{}|\\^`"u8, 127]);

    private static readonly SearchValues<byte> Scheme =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-."u8);

    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        // Nearly all of them; a quarter of a statement's bytes are IRIs.
        if (text.Length > 8 && (text.StartsWith("http://"u8) || text.StartsWith("https://"u8)))
            return !text[7..].ContainsAny(Forbidden);
        var colon = text.IndexOf((byte)':');
        return colon > 0
            && colon < text.Length - 1
            && char.IsAsciiLetter((char)text[0])
            && !text[..colon].ContainsAnyExcept(Scheme)
            && !text[(colon + 1)..].ContainsAny(Forbidden);
    }
}
