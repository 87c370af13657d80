using System.Text;
using Engagement.Statements.Learners;
using Engagement.Statements.Reading;

namespace Engagement.Statements.Vocabulary;

/// <summary>
/// Section kinds by title, from section-names.tsv. A title is cut at punctuation and digits ("Unit 2: Try It - sums" into
/// "unit", "try it", "sums"); a piece must start with, or be, a phrase of the table. Keeps recent titles: one reader a thread.
/// </summary>
internal sealed class SectionNames
{
    private const int LongestTitle = 256;

    private static readonly (string Phrase, bool Whole, SectionKind Kind)[] Phrases =
    [
        .. Rows.Of("section-names.tsv")
            .Select(row => (row[3].ToLowerInvariant(), row[1] == "is", SectionKinds.Of(Encoding.UTF8.GetBytes(row[0]))))
            .OrderByDescending(row => row.Item1.Length),
    ];

    private readonly RecentWords<SectionKind> _recent = new(places: 1024, longestWord: LongestTitle);

    /// <param name="languageMap">Token of the activity's name: any of its languages may tell, the first by language tag wins.</param>
    public SectionKind KindOf(ref Draft draft, int languageMap)
    {
        var kind = SectionKind.Unknown;
        ReadOnlySpan<byte> by = default;
        foreach (var key in draft.KeyTokens(languageMap))
        {
            var found = KindOf(draft.Text(key + 1));
            if (found == SectionKind.Unknown) continue;
            var language = draft.Text(key);
            if (kind != SectionKind.Unknown && language.SequenceCompareTo(by) > 0) continue;
            kind = found;
            by = language;
        }

        return kind;
    }

    public SectionKind KindOf(ReadOnlySpan<byte> title)
    {
        // A text, not a title; and nothing to search through for each statement.
        if (title.Length is 0 or > LongestTitle) return SectionKind.Unknown;
        if (_recent.TryGet(title, out var place, out var kind)) return kind;
        kind = Search(title);
        _recent.Keep(place, title, kind);
        return kind;
    }

    private static SectionKind Search(ReadOnlySpan<byte> title)
    {
        Span<char> chars = stackalloc char[LongestTitle];
        Span<char> lower = stackalloc char[LongestTitle];
        var length = Encoding.UTF8.GetChars(title, chars);
        ((ReadOnlySpan<char>)chars[..length]).ToLowerInvariant(lower);
        ReadOnlySpan<char> rest = lower[..length];
        while (!rest.IsEmpty)
        {
            var cut = 0;
            while (cut < rest.Length && !IsCut(rest[cut])) cut++;
            var kind = OfPiece(rest[..cut].Trim());
            if (kind != SectionKind.Unknown) return kind;
            rest = rest[Math.Min(cut + 1, rest.Length)..];
        }

        return SectionKind.Unknown;
    }

    private static bool IsCut(char c) => c != '\'' && c != '\u2019' && !char.IsLetter(c) && !char.IsWhiteSpace(c);

    private static SectionKind OfPiece(ReadOnlySpan<char> piece)
    {
        if (piece.IsEmpty) return SectionKind.Unknown;
        foreach (var (phrase, whole, kind) in Phrases)
        {
            if (!piece.StartsWith(phrase, StringComparison.Ordinal)) continue;
            if (piece.Length == phrase.Length) return kind;
            if (!whole && (!char.IsLetter(piece[phrase.Length]) || IsUnspaced(phrase[0]))) return kind;
        }

        return SectionKind.Unknown;
    }

    /// <summary>Scripts written without blanks between words.</summary>
    private static bool IsUnspaced(char c) => c is >= '\u3040' and <= '\u9FFF' or >= '\u0E00' and <= '\u0E7F';
}
