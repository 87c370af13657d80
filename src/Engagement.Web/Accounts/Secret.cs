using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Engagement.Web.Accounts;

/// <summary>
/// Secrets the product makes itself: 256 random bits, shown once. One round of SHA-256 keeps them, because nobody can try 2^256; a slow
/// hash is for what people think of.
/// </summary>
internal static class Secret
{
    /// <summary>43 characters that an address and a header take as they are.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Hex.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Takes the same time wherever the two differ.</summary>
    public static bool Fits(string secret, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(secret)), Encoding.ASCII.GetBytes(hash));
}
