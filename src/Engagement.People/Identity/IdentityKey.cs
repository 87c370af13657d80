using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Engagement.People.Identity;

/// <summary>
/// The key that seals who is behind a pseudonym, by AES-256-GCM. A seal is bound to its pseudonym, so that rows can't change places.
/// Thread-safe.
/// </summary>
/// <remarks>Sealed: version 1 (a byte), nonce (12, never used twice), the JSON, tag (16); as base64.</remarks>
public sealed class IdentityKey
{
    private const byte Version = 1;
    private const int KeyBytes = 32, LeastBytes = 16, NonceBytes = 12, TagBytes = 16, IdBytes = 16;
    private const int Overhead = 1 + NonceBytes + TagBytes;

    private readonly byte[] _key;

    /// <param name="secret">16 bytes or more. 32 are the key itself; of others it is derived.</param>
    /// <exception cref="ArgumentException">It is shorter.</exception>
    public IdentityKey(ReadOnlySpan<byte> secret)
    {
        if (secret.Length < LeastBytes) throw new ArgumentException($"The key of identities is shorter than {LeastBytes} bytes.", nameof(secret));
        _key = secret.Length == KeyBytes ? secret.ToArray() : new byte[KeyBytes];
        if (secret.Length != KeyBytes) HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, _key, [], "engagement identities"u8);
    }

    internal string Seal(Person person) => Seal(person.Id, JsonSerializer.SerializeToUtf8Bytes(new Content(person.Name, person.Address, person.Identifier)));

    /// <exception cref="IdentityKeyException">It was sealed with another key or for another pseudonym, or is damaged.</exception>
    internal Person OpenPerson(Guid id, string text)
    {
        var content = JsonSerializer.Deserialize<Content>(Open(id, text))!;
        return new Person(id, content.Name, content.Address, content.Identifier);
    }

    /// <param name="id">What it is bound to.</param>
    /// <param name="content">What is sealed.</param>
    internal string Seal(Guid id, ReadOnlySpan<byte> content)
    {
        var bytes = new byte[Overhead + content.Length];
        bytes[0] = Version;
        var nonce = bytes.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, TagBytes);
        aes.Encrypt(nonce, content, bytes.AsSpan(1 + NonceBytes, content.Length), bytes.AsSpan(bytes.Length - TagBytes), Bound(id));
        return Convert.ToBase64String(bytes);
    }

    /// <exception cref="IdentityKeyException">It was sealed with another key or bound to another id, or is damaged.</exception>
    internal byte[] Open(Guid id, string text)
    {
        try
        {
            var bytes = Convert.FromBase64String(text).AsSpan();
            // Base64 has spellings that mean the same; only ours is taken.
            if (bytes.Length < Overhead || bytes[0] != Version || Convert.ToBase64String(bytes) != text) throw new IdentityKeyException(id);
            var content = new byte[bytes.Length - Overhead];
            using var aes = new AesGcm(_key, TagBytes);
            aes.Decrypt(bytes.Slice(1, NonceBytes), bytes[(1 + NonceBytes)..^TagBytes], bytes[^TagBytes..], content, Bound(id));
            return content;
        }
        catch (Exception e) when (e is FormatException or AuthenticationTagMismatchException)
        {
            throw new IdentityKeyException(id, e);
        }
    }

    private static byte[] Bound(Guid id)
    {
        var bound = new byte[1 + IdBytes];
        bound[0] = Version;
        id.TryWriteBytes(bound.AsSpan(1), bigEndian: true, out _);
        return bound;
    }

    private sealed record Content(string Name, string Address, string Identifier);
}
