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
        if (text.StartsWith("https://"u8)) return StartsWithHost(text[8..]);
        if (text.StartsWith("http://"u8)) return StartsWithHost(text[7..]);
        var colon = text.IndexOf((byte)':');
        return colon > 0
            && colon < text.Length - 1
            && char.IsAsciiLetter((char)text[0])
            && !text[..colon].ContainsAnyExcept(Scheme)
            && !text[(colon + 1)..].ContainsAny(Forbidden);
    }

    /// <summary>RFC 9110, 4.2: an http address without a host is to be refused.</summary>
    private static bool StartsWithHost(ReadOnlySpan<byte> rest) =>
        !rest.IsEmpty && rest[0] is not ((byte)'/' or (byte)'?' or (byte)'#' or (byte)':') && !rest.ContainsAny(Forbidden);
}
