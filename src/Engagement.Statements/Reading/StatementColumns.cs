using System.Security.Cryptography;
using Engagement.Statements.Json;
using Engagement.Statements.Structures;
using Engagement.Statements.Vocabulary;

namespace Engagement.Statements.Reading;

/// <summary>What a valid statement says about itself and its object, as columns.</summary>
internal static class StatementColumns
{
    public static void TakeActivity(ref Draft draft, in ActivityTokens activity, SectionNames names)
    {
        draft.Columns.ActivityId = draft.Text(activity.Id);
        if (activity.Extensions != 0) Extensions.Take(ref draft, activity.Extensions);
        var traits = default(ActivityTypeTraits);
        if (activity.Type != 0)
        {
            draft.Columns.ActivityType = draft.Text(activity.Type);
            traits = ActivityTypes.Of(draft.Columns.ActivityType);
        }

        draft.Columns.KindHint = traits.Kind;
        if (activity.Name == 0) return;
        if (!traits.IsFirm && names.KindOf(ref draft, activity.Name) is var byName and not SectionKind.Unknown)
            draft.Columns.KindHint = byName;
        if (traits.IsTitledByAuthors) draft.Columns.ActivityName = Title(ref draft, activity.Name);
    }

    /// <summary>Id and content hash. Broker time, Kafka's place and the like stay out: a redelivery must give the same.</summary>
    public static void TakeIdentity(ref Draft draft, CanonicalForm canonical, ulong contentHash, Guid id)
    {
        draft.Columns.ContentHash = ContentHash.At(contentHash, draft.Columns.ClaimedAtMicros);
        draft.Columns.IdIsDerived = id == Guid.Empty;
        draft.Columns.Id = id != Guid.Empty ? id : DerivedId(draft, canonical);
    }

    /// <summary>UUID version 8 (RFC 9562): bits of our own choice.</summary>
    private static Guid DerivedId(in Draft draft, CanonicalForm canonical)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(canonical.Of(draft.Json, draft.Tape), digest);
        digest[6] = (byte)(digest[6] & 0x0F | 0x80);
        digest[8] = (byte)(digest[8] & 0x3F | 0x80);
        return new Guid(digest[..16], bigEndian: true);
    }

    /// <summary>The English title, else the first by language: not the first sent, for the order of keys means nothing.</summary>
    private static ReadOnlySpan<byte> Title(scoped ref Draft draft, int languageMap)
    {
        var best = 0;
        ReadOnlySpan<byte> bestLanguage = default;
        foreach (var key in draft.KeyTokens(languageMap))
        {
            var language = draft.Text(key);
            if (best != 0 && !Precedes(language, bestLanguage)) continue;
            best = key;
            bestLanguage = language;
        }

        return best == 0 ? default : draft.Text(best + 1);
    }

    private static bool Precedes(ReadOnlySpan<byte> language, ReadOnlySpan<byte> other)
    {
        var isEnglish = language.StartsWith("en"u8);
        return isEnglish == other.StartsWith("en"u8) ? language.SequenceCompareTo(other) < 0 : isEnglish;
    }
}
