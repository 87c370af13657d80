using System.Text.Json;

namespace Engagement.Kafka.Files;

/// <summary>
/// Tells JSON Lines from JSON by the head of a stream. A malformed first line must not turn a file of lines into one endless
/// value, nor a pretty-printed object into fifty broken lines:
/// <c>{</c> is JSON where the object is well-formed and ends on a later line, else lines;
/// <c>[</c> is JSON unless it opens a nested array, or the line ends inside an element and the next begins one.
/// </summary>
internal static class StatementLayouts
{
    // Beyond this a first line is an array without line breaks.
    private const int LineLookAhead = 1024 * 1024;

    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <param name="head">The stream from its beginning.</param>
    /// <param name="end">There is no more than <paramref name="head"/>.</param>
    /// <param name="maxBytes">Bytes from the beginning that are looked at.</param>
    /// <param name="prefix">Bytes of a byte-order mark, to be skipped.</param>
    public static StatementLayout Detect(ReadOnlySpan<byte> head, bool end, int maxBytes, out int prefix)
    {
        prefix = 0;
        if (head.Length < 3 && !end) return StatementLayout.Unknown;
        if (head is [0xEF, 0xBB, 0xBF, ..]) prefix = 3;

        // All is decided by the same bytes, however many of them happened to come at once.
        var text = head[prefix..];
        var isWhole = end || text.Length >= maxBytes;
        if (text.Length > maxBytes) text = text[..maxBytes];
        text = text.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty) return isWhole ? StatementLayout.Lines : StatementLayout.Unknown;
        return text[0] switch
        {
            (byte)'[' => DetectArray(text, isWhole),
            (byte)'{' => DetectObject(text, isWhole),
            _ => StatementLayout.Lines,
        };
    }

    private static StatementLayout DetectArray(ReadOnlySpan<byte> text, bool isWhole)
    {
        isWhole |= text.Length >= LineLookAhead;
        if (text.Length > LineLookAhead) text = text[..LineLookAhead];
        var undecided = isWhole ? StatementLayout.Values : StatementLayout.Unknown;

        var inside = text[1..].TrimStart(" \t\r\n"u8);
        if (inside.IsEmpty) return undecided;
        if (inside[0] == (byte)'[') return StatementLayout.Lines;

        var lineEnd = text.IndexOf((byte)'\n');
        if (lineEnd < 0) return undecided;
        var next = text[lineEnd..].TrimStart(" \t\r\n"u8);
        if (next.IsEmpty) return undecided;
        var goesOn = text[..lineEnd].TrimEnd(" \t\r"u8)[^1] is (byte)'[' or (byte)',' or (byte)':' or (byte)'{' or (byte)']';
        return !goesOn && next[0] is ((byte)'{' or (byte)'[') ? StatementLayout.Lines : StatementLayout.Values;
    }

    private static StatementLayout DetectObject(ReadOnlySpan<byte> text, bool isWhole)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: false, new JsonReaderState(AnyDepth));
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 0)
                    return ByLineBreak(text[..(int)reader.BytesConsumed]);
            }
        }
        catch (JsonException)
        {
            return StatementLayout.Lines;
        }
        return isWhole ? ByLineBreak(text) : StatementLayout.Unknown;
    }

    private static StatementLayout ByLineBreak(ReadOnlySpan<byte> value) =>
        value.Contains((byte)'\n') ? StatementLayout.Values : StatementLayout.Lines;
}
