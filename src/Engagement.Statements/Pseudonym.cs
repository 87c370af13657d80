namespace Engagement.Statements;

/// <summary>
/// The only name the analytics tables know a learner by: the first 16 bytes of HMAC-SHA-256(key, identifier).
/// Thread-safe.
/// </summary>
public sealed class Pseudonym(byte[] key)
{
    /// <param name="identifier">UTF-8: <c>sha1:…</c>, <c>openid:…</c> or <c>account:homePage|name</c>.</param>
    public Guid Of(ReadOnlySpan<byte> identifier) => throw new NotImplementedException($"{key.Length}");
}
