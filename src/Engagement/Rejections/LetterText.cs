using System.Text;
using Engagement.Ingest.Rejections;
using Engagement.Reports;

namespace Engagement.Rejections;

/// <summary>What a letter holds, as text that can do nothing to a terminal.</summary>
internal static class LetterText
{
    private const int Longest = 4000;

    public static string Of(Letter letter) => letter.State switch
    {
        LetterState.Gone => "(gone: Kafka keeps this letter no longer, or its topic was made anew)",
        LetterState.Cut => "(cut: it was too large for the dead-letter topic)",
        _ => Terminal.Readable(Encoding.UTF8.GetString(letter.Value.AsSpan(0, Math.Min(letter.Value.Length, Longest))))
            + (letter.Value.Length > Longest ? $" … ({letter.Value.Length} bytes)" : ""),
    };
}
