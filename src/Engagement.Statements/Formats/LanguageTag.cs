using System.Text;

namespace Engagement.Statements.Formats;

/// <summary>Well-formed language tags (RFC 5646, section 2.1); whether a subtag is registered is not asked.</summary>
internal static class LanguageTag
{
    // "Irregular" in RFC 5646: valid although the grammar does not make them. The regular ones fit the grammar.
    private static readonly HashSet<string> Irregular = new(StringComparer.OrdinalIgnoreCase)
    {
        "en-GB-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux", "i-mingo", "i-navajo",
        "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-BE-FR", "sgn-BE-NL", "sgn-CH-DE",
    };

    public static bool IsValid(ReadOnlySpan<byte> tag)
    {
        if (tag.Length is 2 or 5 && IsAlpha(tag[..2]) && (tag.Length == 2 || tag[2] == '-' && IsAlpha(tag[3..]))) return true;
        return Matches(tag) || tag.Length <= 11 && Ascii.IsValid(tag) && Irregular.Contains(Encoding.ASCII.GetString(tag));
    }

    private static bool Matches(ReadOnlySpan<byte> tag)
    {
        var rest = tag;
        var part = Next(ref rest);
        if (part is [(byte)'x' or (byte)'X']) return Private(rest);
        if (part.Length is < 2 or > 8 || !IsAlpha(part)) return false;
        var extended = part.Length <= 3 ? 3 : 0;
        if (rest.IsEmpty) return tag.Length == part.Length;
        if (tag[^1] == '-') return false;
        part = Next(ref rest);
        for (; extended > 0 && part.Length == 3 && IsAlpha(part); extended--) part = Next(ref rest);
        if (part.Length == 4 && IsAlpha(part)) part = Next(ref rest);
        if (part.Length == 2 && IsAlpha(part) || part.Length == 3 && IsDigits(part)) part = Next(ref rest);
        while (part.Length is >= 5 and <= 8 && IsAlphanumeric(part) || part.Length == 4 && char.IsAsciiDigit((char)part[0]) && IsAlphanumeric(part))
            part = Next(ref rest);
        while (part.Length == 1 && IsAlphanumeric(part) && (part[0] | 0x20) != 'x')
        {
            part = Next(ref rest);
            if (part.Length is < 2 or > 8 || !IsAlphanumeric(part)) return false;
            while (part.Length is >= 2 and <= 8 && IsAlphanumeric(part)) part = Next(ref rest);
        }

        return part is [(byte)'x' or (byte)'X'] ? Private(rest) : part.IsEmpty && rest.IsEmpty;
    }

    private static bool Private(ReadOnlySpan<byte> rest)
    {
        if (rest.IsEmpty || rest[^1] == '-') return false;
        while (!rest.IsEmpty)
        {
            var part = Next(ref rest);
            if (part.Length is < 1 or > 8 || !IsAlphanumeric(part)) return false;
        }

        return true;
    }

    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> rest)
    {
        var dash = rest.IndexOf((byte)'-');
        var part = dash < 0 ? rest : rest[..dash];
        rest = dash < 0 ? [] : rest[(dash + 1)..];
        return part;
    }

    private static bool IsAlpha(ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
            if (!char.IsAsciiLetter((char)b)) return false;
        return true;
    }

    private static bool IsDigits(ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
            if (!char.IsAsciiDigit((char)b)) return false;
        return true;
    }

    private static bool IsAlphanumeric(ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
            if (!char.IsAsciiLetterOrDigit((char)b)) return false;
        return true;
    }
}
