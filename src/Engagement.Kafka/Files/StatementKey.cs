using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Engagement.Kafka.Files;

/// <summary>
/// The key of a message: who acted, in the form in which one person is always written the same, so that one learner's
/// statements stay in one partition and in order. Empty where the bytes tell nobody: whether they are a statement is not asked here.
/// </summary>
public static class StatementKey
{
    private static readonly JsonReaderOptions AnyDepth = new() { MaxDepth = int.MaxValue };

    /// <summary><c>sha1:…</c>, <c>openid:…</c> or <c>account:homePage|name</c> as UTF-8, or empty.</summary>
    public static byte[] Of(ReadOnlySpan<byte> statement)
    {
        if (!statement.Contains((byte)'{')) return [];
        try
        {
            var reader = new Utf8JsonReader(statement, AnyDepth);
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject && GoTo(ref reader, "actor"u8)
                ? OfActor(ref reader)
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException) // malformed JSON; text that is not UTF-8
        {
            return [];
        }
    }

    private static bool GoTo(ref Utf8JsonReader reader, ReadOnlySpan<byte> property)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isIt = reader.ValueTextEquals(property);
            reader.Read();
            if (isIt) return true;
            reader.Skip();
        }
        return false;
    }

    private static byte[] OfActor(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) return [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var kind = reader.ValueTextEquals("mbox"u8) ? Identifier.Mail
                : reader.ValueTextEquals("mbox_sha1sum"u8) ? Identifier.MailHash
                : reader.ValueTextEquals("openid"u8) ? Identifier.OpenId
                : reader.ValueTextEquals("account"u8) ? Identifier.Account
                : Identifier.None;
            reader.Read();
            if (kind == Identifier.Account && reader.TokenType == JsonTokenType.StartObject) return OfAccount(ref reader);
            if (kind is not (Identifier.None or Identifier.Account) && reader.TokenType == JsonTokenType.String)
                return OfText(kind, reader.GetString()!);
            reader.Skip();
        }
        return [];
    }

    private static byte[] OfText(Identifier kind, string text) => Encoding.UTF8.GetBytes(kind switch
    {
        // The address itself stays out of the key, and meets its own mbox_sha1sum there.
        Identifier.Mail => "sha1:" + Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(text.ToLowerInvariant()))),
        Identifier.MailHash => "sha1:" + text.ToLowerInvariant(),
        _ => "openid:" + text,
    });

    private static byte[] OfAccount(ref Utf8JsonReader reader)
    {
        string? homePage = null, name = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isHomePage = reader.ValueTextEquals("homePage"u8);
            var isName = reader.ValueTextEquals("name"u8);
            reader.Read();
            if (isHomePage && reader.TokenType == JsonTokenType.String) homePage = reader.GetString();
            else if (isName && reader.TokenType == JsonTokenType.String) name = reader.GetString();
            else reader.Skip();
        }
        return homePage is null || name is null ? [] : Encoding.UTF8.GetBytes($"account:{homePage}|{name}");
    }

    private enum Identifier { None, Mail, MailHash, OpenId, Account }
}
