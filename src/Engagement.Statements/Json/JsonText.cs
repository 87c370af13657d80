using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Engagement.Statements.Json;

/// <summary>The text of JSON strings: escapes resolved, and written again in one way only.</summary>
internal static class JsonText
{
    /// <summary>Resolves the escapes of a string whose grammar was checked. Half a surrogate pair becomes U+FFFD.</summary>
    /// <param name="target">At least as long as <paramref name="escaped"/>: no escape is shorter than its text.</param>
    /// <returns>Bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> escaped, Span<byte> target)
    {
        var written = 0;
        while (true)
        {
            var plain = escaped.IndexOf((byte)'\\');
            if (plain < 0) plain = escaped.Length;
            escaped[..plain].CopyTo(target[written..]);
            written += plain;
            if (plain == escaped.Length) return written;
            if (escaped[plain + 1] != 'u')
            {
                target[written++] = Simple(escaped[plain + 1]);
                escaped = escaped[(plain + 2)..];
                continue;
            }

            var unit = Unit(escaped[(plain + 2)..]);
            var isPair = IsPair(escaped[plain..]);
            escaped = escaped[(plain + 6)..];
            var rune = Rune.ReplacementChar;
            if (isPair)
            {
                rune = new Rune(unit, Unit(escaped[2..]));
                escaped = escaped[6..];
            }
            else if (!char.IsSurrogate(unit))
            {
                rune = new Rune(unit);
            }

            written += rune.EncodeToUtf8(target[written..]);
        }
    }

    /// <summary>Whether the text begins with two \\u escapes that are one character together.</summary>
    public static bool IsPair(ReadOnlySpan<byte> escaped) =>
        escaped.Length >= 12
        && escaped.StartsWith("\\u"u8)
        && char.IsHighSurrogate(Unit(escaped[2..]))
        && escaped[6..].StartsWith("\\u"u8)
        && char.IsLowSurrogate(Unit(escaped[8..]));

    /// <summary>Writes text as the inside of a JSON string, escaping only what must be.</summary>
    /// <param name="target">At least six times as long as <paramref name="text"/>.</param>
    /// <returns>Bytes written.</returns>
    public static int Escape(ReadOnlySpan<byte> text, Span<byte> target)
    {
        var written = 0;
        foreach (var b in text)
        {
            if (b is (byte)'"' or (byte)'\\')
            {
                target[written++] = (byte)'\\';
                target[written++] = b;
            }
            else if (b < ' ')
            {
                "\\u00"u8.CopyTo(target[written..]);
                b.TryFormat(target[(written + 4)..], out _, "x2", CultureInfo.InvariantCulture);
                written += 6;
            }
            else
            {
                target[written++] = b;
            }
        }

        return written;
    }

    private static char Unit(ReadOnlySpan<byte> digits)
    {
        Utf8Parser.TryParse(digits[..4], out ushort unit, out _, 'x');
        return (char)unit;
    }

    private static byte Simple(byte escape) => escape switch
    {
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => escape,
    };
}
