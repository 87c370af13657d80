using System.Security.Cryptography;

namespace Engagement.Statements;

/// <summary>
/// The only name the analytics tables know a learner by: the first 16 bytes of HMAC-SHA-256(key, identifier).
/// Thread-safe.
/// </summary>
/// <param name="key">Secret; whoever has it can tell which pseudonym a known address has.</param>
public sealed class Pseudonym(byte[] key)
{
    private readonly byte[] _key = key.Length > 0
        ? [.. key]
        : throw new ArgumentException("The key of the pseudonyms is empty; set Privacy__Key.", nameof(key));

    /// <param name="identifier">UTF-8: <c>sha1:…</c>, <c>openid:…</c> or <c>account:homePage|name</c>.</param>
    /// <returns>As UUID text its bytes stand in order.</returns>
    public Guid Of(ReadOnlySpan<byte> identifier)
    {
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, identifier, digest);
        return new Guid(digest[..16], bigEndian: true);
    }
}
