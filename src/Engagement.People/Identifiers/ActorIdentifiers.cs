using System.Buffers;
using System.Text.Json;
using Engagement.Statements;

namespace Engagement.People.Identifiers;

/// <summary>
/// From an identifier, as statements carry it, to the pseudonym: a statement of that actor is read, so it is the one ingest gives.
/// Keeps a reader: one a thread.
/// </summary>
public sealed class ActorIdentifiers(Pseudonym pseudonym)
{
    /// <summary>What a person may type.</summary>
    public const string Forms = "a mail address (with mailto: or without), its SHA-1 as 40 digits, an OpenID (a URI), or homePage|name of an account";

    private readonly StatementReader _reader = new(pseudonym);

    /// <returns>False: it is none, but may be a pseudonym or its beginning.</returns>
    public static bool IsOne(string typed) => typed.AsSpan().IndexOfAny(":@|") >= 0 || IsSha1(typed);

    /// <param name="typed">One of the <see cref="Forms"/>.</param>
    /// <param name="learner">Their pseudonym.</param>
    /// <param name="reason">Why no actor of a statement can have it: rule and place, never a value.</param>
    public bool TryRead(string typed, out Guid learner, out string reason) => TryRead(json => WriteAgent(json, typed), out learner, out reason);

    /// <param name="agent">An actor as statements carry it; no more than some kilobytes of it.</param>
    /// <param name="learner">Their pseudonym.</param>
    /// <param name="reason">Why it is none.</param>
    public bool TryRead(JsonElement agent, out Guid learner, out string reason) =>
        TryRead(json => json.WriteRawValue(agent.GetRawText(), skipInputValidation: true), out learner, out reason);

    private static bool IsSha1(string typed) => typed.Length == 40 && typed.All(char.IsAsciiHexDigit);

    private bool TryRead(Action<Utf8JsonWriter> writeActor, out Guid learner, out string reason)
    {
        var reading = new Reading();
        _reader.Read(Statement(writeActor), 0, reading);
        (learner, reason) = (reading.Learner ?? Guid.Empty, reading.Reason);
        return reading.Learner is not null;
    }

    private static ReadOnlySpan<byte> Statement(Action<Utf8JsonWriter> writeActor)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WritePropertyName("actor");
            writeActor(json);
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
    private static void WriteAgent(Utf8JsonWriter json, string typed)
    {
        json.WriteStartObject();
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
        json.WriteEndObject();
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
