using Engagement.Statements.Reading;

namespace Engagement.Statements.Structures;

/// <summary>Version (xAPI-Data.md 2.4.10); tells which specification the rest is read by.</summary>
internal static class Version
{
    public static bool Read(ref Draft r, int token)
    {
        if (!r.String(token)) return false;
        var text = r.Text(token);
        if (text.SequenceEqual("2.0.0"u8))
        {
            r.Spec = Spec.V2;
            return true;
        }

        if (!IsV1(text)) return r.Fail(Rules.Version, token, "The version is none of 1.0, 1.0.x and 2.0.0.");
        r.Spec = Spec.V1;
        return true;
    }

    private static bool IsV1(ReadOnlySpan<byte> text)
    {
        if (!text.StartsWith("1.0"u8)) return false;
        var patch = text[3..];
        return patch.IsEmpty || patch.Length > 1 && patch[0] == '.' && !patch[1..].ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }
}
