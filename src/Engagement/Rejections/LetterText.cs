using System.Text;
using Engagement.Ingest.Rejections;

namespace Engagement.Rejections;

/// <summary>What a letter holds, as text that can do nothing to a terminal.</summary>
internal static class LetterText
{
    private const int Longest = 4000;

    public static string Of(Letter letter) => letter.State switch
    {
        LetterState.Gone => "(gone: Kafka keeps this letter no longer, or its topic was made anew)",
        LetterState.Cut => "(cut: it was too large for the dead-letter topic)",
        _ => Readable(Encoding.UTF8.GetString(letter.Value.AsSpan(0, Math.Min(letter.Value.Length, Longest))))
            + (letter.Value.Length > Longest ? $" … ({letter.Value.Length} bytes)" : ""),
    };

    private static string Readable(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++) target[i] = char.IsControl(source[i]) ? ' ' : source[i];
    });
}
