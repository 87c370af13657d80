using System.Runtime.InteropServices;
using Engagement.Statements.Dialects;
using Engagement.Statements.Json;

namespace Engagement.Statements.Reading;

/// <summary>
/// One statement while it is read: its tokens, the columns gathered so far, and the fault that ended it. The structures
/// (actor, verb, object, …) ask it for text and types, and answer false once it holds a fault.
/// </summary>
internal ref struct Draft(ReadOnlySpan<byte> json, Tape tape, Scratch scratch, ReadingOptions options)
{
    private readonly Scratch _scratch = scratch;

    public readonly ReadOnlySpan<byte> Json = json;
    public readonly Tape Tape = tape;
    public readonly ReadingOptions Options = options;
    public Spec Spec = options.DefaultSpec;
    public Statement Columns;
    public Fault Fault;

    /// <summary>Kind named by our own extension, wherever it stands.</summary>
    public SectionKind DeclaredKind;

    /// <summary>By whose words to read the columns.</summary>
    public Emitter Emitter;

    /// <summary>Nothing is wrong with it, and nothing of it is counted.</summary>
    public bool IsUnused;

    /// <summary>It tells of an enrolment, not of a visit, whatever its verb says.</summary>
    public bool IsEnrolment;

    public readonly Members Members(int token) => new(Tape, token);

    public readonly KeyTokens KeyTokens(int token) => new(Tape, token);

    public readonly Items Items(int token) => new(Tape, token);

    /// <summary>Text of a string token, escapes resolved.</summary>
    public readonly ReadOnlySpan<byte> Text(int token)
    {
        ref var t = ref Tape[token];
        var raw = Json.Slice(t.Start, t.Length);
        if (!t.Escaped) return raw;
        var target = _scratch.Take(raw.Length);
        return target[..JsonText.Unescape(raw, target)];
    }

    /// <summary>Text of a number as sent.</summary>
    public readonly ReadOnlySpan<byte> Raw(int token) => Json.Slice(Tape[token].Start, Tape[token].Length);

    public readonly bool Is(int token, TokenKind kind) => Tape[token].Kind == kind;

    /// <summary>A list for one structure at a time.</summary>
    public readonly List<int> EmptyTokenList()
    {
        _scratch.Tokens.Clear();
        return _scratch.Tokens;
    }

    /// <summary>The second of two string tokens with one text, or 0.</summary>
    public readonly int FindEqual(List<int> tokens) =>
        _scratch.Order.FindTwice(Json, Tape, CollectionsMarshal.AsSpan(tokens));

    public bool Fail(string rule, int token, string reason)
    {
        Fault = new Fault(rule, token, Key.Unknown, reason);
        return false;
    }

    public bool Missing(int token, Key key)
    {
        Fault = new Fault(Rules.Required, token, key, $"{Keys.Text(key)} is missing.");
        return false;
    }

    /// <summary>A key that its object may not have.</summary>
    public bool Unknown(in Member member, string where) =>
        Options.AllowUnknownKeys && member.Key == Key.Unknown
        || Fail(Rules.UnknownKey, member.KeyToken, member.Key == Key.Unknown
            ? $"{where} has a key that xAPI does not know; extensions are the place for it."
            : $"{where} may not have this key.");

    public bool Object(int token) => Typed(token, TokenKind.Object, "an object");

    public bool Array(int token) => Typed(token, TokenKind.Array, "an array");

    public bool String(int token) => Typed(token, TokenKind.String, "a string");

    public bool Number(int token, out double value)
    {
        value = 0;
        if (!Typed(token, TokenKind.Number, "a number")) return false;
        System.Buffers.Text.Utf8Parser.TryParse(Raw(token), out value, out _);
        return true;
    }

    public bool Boolean(int token, out bool value)
    {
        value = Is(token, TokenKind.True);
        return value || Is(token, TokenKind.False) || WrongType(token, "true or false");
    }

    public bool Iri(int token) =>
        String(token)
        && (Formats.Iri.IsValid(Text(token)) || Fail(Rules.Iri, token, "The text is no IRI: it needs a scheme such as https: and no blanks."));

    public bool Uuid(int token, out Guid value)
    {
        value = default;
        return String(token)
            && (Formats.Uuid.TryParse(Text(token), out value)
                || Fail(Rules.Uuid, token, "The text is no UUID of the form 8-4-4-4-12 hexadecimal digits."));
    }

    private bool Typed(int token, TokenKind kind, string expected) => Is(token, kind) || WrongType(token, expected);

    private bool WrongType(int token, string expected) =>
        Is(token, TokenKind.Null)
            ? Fail(Rules.Null, token, $"Null is allowed in extensions only; expected {expected}, or leave the key out.")
            : Fail(Rules.Type, token, $"Found {Describe(Tape[token].Kind)}, expected {expected}.");

    private static string Describe(TokenKind kind) => kind switch
    {
        TokenKind.Object => "an object",
        TokenKind.Array => "an array",
        TokenKind.String => "a string",
        TokenKind.Number => "a number",
        _ => "true or false",
    };
}
