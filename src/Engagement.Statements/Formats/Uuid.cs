using System.Buffers.Text;

namespace Engagement.Statements.Formats;

/// <summary>UUIDs as xAPI writes them: 8-4-4-4-12, either case; no braces, no bare digits.</summary>
internal static class Uuid
{
    public static bool TryParse(ReadOnlySpan<byte> text, out Guid value)
    {
        value = default;
        return text.Length == 36 && Utf8Parser.TryParse(text, out value, out var used, 'D') && used == 36;
    }
}
