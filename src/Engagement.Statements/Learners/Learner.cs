using System.Security.Cryptography;
using System.Text;
using Engagement.Statements.Reading;
using Engagement.Statements.Structures;

namespace Engagement.Statements.Learners;

/// <summary>From an actor to the learner's pseudonym. Keeps recent ones: one learner's statements come in runs.</summary>
internal sealed class Learner(Pseudonym pseudonym)
{
    private readonly RecentWords<Guid> _recent = new(places: 16_384, longestWord: 112);

    public Guid Of(scoped in Draft draft, Scratch scratch, in ActorTokens actor)
    {
        var value = draft.Text(actor.Value);
        ReadOnlySpan<byte> word = actor.Identifier switch
        {
            Key.Mbox => Join(scratch, "mbox:"u8, Lower(scratch, value), [], []),
            Key.MboxSha1Sum => Join(scratch, "sha1:"u8, Lower(scratch, value), [], []),
            Key.Openid => Join(scratch, "openid:"u8, value, [], []),
            _ => Join(scratch, "account:"u8, draft.Text(actor.HomePage), "|"u8, value),
        };
        if (_recent.TryGet(word, out var place, out var learner)) return learner;
        learner = actor.Identifier == Key.Mbox ? OfMbox(word[5..]) : pseudonym.Of(word);
        _recent.Keep(place, word, learner);
        return learner;
    }

    // An mbox and its own mbox_sha1sum are one learner.
    private Guid OfMbox(ReadOnlySpan<byte> mbox)
    {
        Span<byte> digest = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData(mbox, digest);
        Span<byte> identifier = stackalloc byte[5 + 2 * SHA1.HashSizeInBytes];
        "sha1:"u8.CopyTo(identifier);
        Convert.TryToHexStringLower(digest, identifier[5..], out _);
        return pseudonym.Of(identifier);
    }

    private static ReadOnlySpan<byte> Lower(Scratch scratch, ReadOnlySpan<byte> text)
    {
        if (!Ascii.IsValid(text)) return Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(text).ToLowerInvariant());
        var lower = scratch.Take(text.Length);
        Ascii.ToLower(text, lower, out _);
        return lower;
    }

    private static Span<byte> Join(Scratch scratch, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ReadOnlySpan<byte> c, ReadOnlySpan<byte> d)
    {
        var joined = scratch.Take(a.Length + b.Length + c.Length + d.Length);
        a.CopyTo(joined);
        b.CopyTo(joined[a.Length..]);
        c.CopyTo(joined[(a.Length + b.Length)..]);
        d.CopyTo(joined[(a.Length + b.Length + c.Length)..]);
        return joined;
    }
}
