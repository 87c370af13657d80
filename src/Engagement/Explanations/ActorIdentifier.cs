using System.Buffers;
using System.Text.Json;
using Engagement.Hosting;
using Engagement.Statements;

namespace Engagement.Explanations;

/// <summary>An identifier as statements carry it, typed by a person. It is turned into the pseudonym and never shown.</summary>
internal static class ActorIdentifier
{
    /// <summary>What may be typed.</summary>
    public const string Forms = "a mail address (with mailto: or without), its SHA-1 as 40 digits, an OpenID (a URI), or homePage|name of an account";

    /// <returns>False: it is none, but may be a pseudonym or its beginning.</returns>
    public static bool IsOne(string typed) => typed.AsSpan().IndexOfAny(":@|") >= 0 || IsSha1(typed);

    /// <summary>As ingest does it: a statement of that actor is read.</summary>
    /// <exception cref="Fault">No actor of a statement can have it.</exception>
    public static Guid PseudonymOf(string typed, byte[] key)
    {
        var reading = new Reading();
        new StatementReader(new Pseudonym(key)).Read(Statement(typed), 0, reading);
        return reading.Learner ?? throw new Fault($"What --learner names is no identifier that an actor can have ({reading.Reason}). It takes {Forms}; or a pseudonym or its beginning.");
    }

    private static bool IsSha1(string typed) => typed.Length == 40 && typed.All(char.IsAsciiHexDigit);

    private static ReadOnlySpan<byte> Statement(string typed)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject("actor");
            WriteIdentifier(json, typed);
            json.WriteEndObject();
            json.WriteStartObject("verb");
            json.WriteString("id", "http://adlnet.gov/expapi/verbs/experienced");
            json.WriteEndObject();
            json.WriteStartObject("object");
            json.WriteString("id", "https://w3id.org/xapi/engagement");
            json.WriteEndObject();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan;
    }

    // An account's name may be a mail address, and a mail address or an OpenID holds no bar.
    private static void WriteIdentifier(Utf8JsonWriter json, string typed)
    {
        if (typed.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)) json.WriteString("mbox", typed);
        else if (IsSha1(typed)) json.WriteString("mbox_sha1sum", typed);
        else if (typed.IndexOf('|', StringComparison.Ordinal) is var bar and >= 0)
        {
            json.WriteStartObject("account");
            json.WriteString("homePage", typed[..bar]);
            json.WriteString("name", typed[(bar + 1)..]);
            json.WriteEndObject();
        }
        else if (typed.Contains(':', StringComparison.Ordinal)) json.WriteString("openid", typed);
        else json.WriteString("mbox", "mailto:" + typed);
    }

    private sealed class Reading : IStatementSink
    {
        public Guid? Learner { get; private set; }

        // Names the rule and the place, and no value.
        public string Reason { get; private set; } = "";

        public void Accept(int index, in Statement statement) => Learner = statement.LearnerId;

        public void Reject(int index, Rejection rejection, ReadOnlySpan<byte> raw) => Reason = $"{rejection.Path}: {rejection.Reason}";

        public void Ignore(int index, Ignored ignored) => Reason = ignored.Reason;
    }
}
