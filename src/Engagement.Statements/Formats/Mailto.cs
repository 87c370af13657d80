using System.Buffers;
using System.Text;

namespace Engagement.Statements.Formats;

/// <summary>mailto: and one address.</summary>
internal static class Mailto
{
    private static readonly SearchValues<byte> Forbidden =
        SearchValues.Create([.. Enumerable.Range(0, 33).Select(b => (byte)b), .. "<>()[],;:\\?"u8, 127]);

    public static bool IsValid(ReadOnlySpan<byte> text)
    {
        var scheme = "mailto:"u8;
        if (text.Length <= scheme.Length || !Ascii.EqualsIgnoreCase(text[..scheme.Length], scheme)) return false;
        var address = text[scheme.Length..];
        var at = address.LastIndexOf((byte)'@');
        return at > 0
            && at < address.Length - 1
            && !address[..at].Contains((byte)'@')
            && !address.ContainsAny(Forbidden);
    }
}
