namespace Engagement.Statements.Formats;

/// <summary>Hexadecimal digits, either case.</summary>
internal static class Hex
{
    public static bool IsSha1(ReadOnlySpan<byte> text) => text.Length == 40 && IsHex(text);

    /// <summary>SHA-224, -256, -384 or -512.</summary>
    public static bool IsSha2(ReadOnlySpan<byte> text) => text.Length is 56 or 64 or 96 or 128 && IsHex(text);

    private static bool IsHex(ReadOnlySpan<byte> text)
    {
        foreach (var b in text)
            if (!char.IsAsciiHexDigit((char)b)) return false;
        return true;
    }
}
