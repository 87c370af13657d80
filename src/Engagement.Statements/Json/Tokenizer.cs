using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Engagement.Statements.Reading;

namespace Engagement.Statements.Json;

/// <summary>
/// Reads one JSON value at a time onto a tape: RFC 8259, no comments, no trailing commas. An own one, because
/// Utf8JsonReader answers malformed bytes with an exception and gives no tape to look back on.
/// A value past a bound is still read to its end, without being kept, so that its neighbours in an array survive.
/// </summary>
internal sealed class Tokenizer(int maxDepth, int maxBytes)
{
    private const ulong ObjectBit = 1;

    private readonly int[] _open = new int[maxDepth];

    // One bit for each open bracket, 1 = object: costs next to nothing even for a message of brackets alone.
    private ulong[] _kinds = new ulong[4];

    public Tape Tape { get; } = new();

    /// <summary>After <see cref="TokenizerOutcome.Malformed"/>: what JSON wants at the place where reading stopped.</summary>
    public string Complaint { get; private set; } = "";

    /// <param name="json">The whole message.</param>
    /// <param name="position">Where the value or white space before it starts; afterwards behind the value, or where it broke.</param>
    public TokenizerOutcome Read(ReadOnlySpan<byte> json, ref int position)
    {
        Tape.Clear();
        var at = SkipBlanks(json, position);
        var start = at;
        var depth = 0;
        var outcome = TokenizerOutcome.Complete;
        var keyNext = false;
        while (true)
        {
            // Only complete tokens are looked at: one huge string would else be kept although the bound is passed.
            if (at - start > maxBytes && outcome == TokenizerOutcome.Complete) outcome = TokenizerOutcome.TooLarge;
            var keep = outcome == TokenizerOutcome.Complete;
            at = SkipBlanks(json, at);
            if (at >= json.Length) return Break(ref position, at, "the bytes end inside a value");
            var first = json[at];
            if (keyNext)
            {
                if (first != '"') return Break(ref position, at, "a key in quotes is expected");
                if (!ReadString(json, ref at, keep)) return Break(ref position, at, Complaint);
                if (keep) Name(json);
                at = SkipBlanks(json, at);
                if (at >= json.Length || json[at] != ':') return Break(ref position, at, "a colon is expected behind a key");
                at++;
                keyNext = false;
                continue;
            }

            var closed = true;
            switch (first)
            {
                case (byte)'"':
                    if (!ReadString(json, ref at, keep)) return Break(ref position, at, Complaint);
                    break;
                case (byte)'{' or (byte)'[':
                    var isObject = first == '{';
                    if (depth == maxDepth && keep)
                    {
                        outcome = TokenizerOutcome.TooDeep;
                        keep = false;
                    }

                    Push(depth, isObject);
                    if (keep) _open[depth] = Tape.Add(isObject ? TokenKind.Object : TokenKind.Array, at, 0);
                    depth++;
                    at = SkipBlanks(json, at + 1);
                    closed = at < json.Length && json[at] == (isObject ? '}' : ']');
                    if (closed) at = Close(at, --depth, keep);
                    else keyNext = isObject;
                    break;
                case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                    if (!ReadNumber(json, ref at, keep)) return Break(ref position, at, "a number is expected");
                    break;
                default:
                    if (!ReadLiteral(json, ref at, keep)) return Break(ref position, at, "a value is expected");
                    break;
            }

            while (closed)
            {
                if (depth == 0)
                {
                    position = at;
                    return keep && at - start > maxBytes ? TokenizerOutcome.TooLarge : outcome;
                }

                at = SkipBlanks(json, at);
                if (at >= json.Length) return Break(ref position, at, "the bytes end inside a value");
                var inObject = IsObject(depth - 1);
                if (json[at] == ',')
                {
                    at++;
                    keyNext = inObject;
                    closed = false;
                }
                else if (json[at] == (inObject ? '}' : ']'))
                {
                    at = Close(at, --depth, keep);
                }
                else
                {
                    return Break(ref position, at, "a comma or a closing bracket is expected");
                }
            }
        }
    }

    public static int SkipBlanks(ReadOnlySpan<byte> json, int at)
    {
        while ((uint)at < (uint)json.Length && json[at] <= ' ' && json[at] is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t') at++;
        return at;
    }

    private TokenizerOutcome Break(ref int position, int at, string complaint)
    {
        position = at;
        Complaint = complaint;
        return TokenizerOutcome.Malformed;
    }

    private void Push(int depth, bool isObject)
    {
        var word = depth >> 6;
        if (word == _kinds.Length) Array.Resize(ref _kinds, word * 2);
        var bit = ObjectBit << (depth & 63);
        _kinds[word] = isObject ? _kinds[word] | bit : _kinds[word] & ~bit;
    }

    private bool IsObject(int depth) => (_kinds[depth >> 6] >> (depth & 63) & ObjectBit) != 0;

    private int Close(int at, int depth, bool keep)
    {
        at++;
        if (!keep) return at;
        ref var token = ref Tape[_open[depth]];
        token.Length = at - token.Start;
        token.Next = Tape.Count;
        return at;
    }

    private bool ReadString(ReadOnlySpan<byte> json, ref int at, bool keep)
    {
        var start = at + 1;
        var escaped = false;
        for (at = start; ; at += 2)
        {
            at = SkipPlain(json, at);
            if (at >= json.Length) return Complain("the bytes end inside a string");
            if (json[at] == '"') break;
            if (json[at] != '\\') return Complain("a control character stands in a string");
            escaped = true;
            if (!IsEscape(json, at)) return Complain("an unknown escape stands in a string");
        }

        if (keep) Tape.Add(TokenKind.String, start, at - start, escaped);
        at++;
        return true;
    }

    // The token that was read last is a key.
    private void Name(ReadOnlySpan<byte> json)
    {
        ref var token = ref Tape[Tape.Count - 1];
        var text = json.Slice(token.Start, token.Length);
        token.Key = token.Escaped ? Keys.OfEscaped(text) : Keys.Of(text);
    }

    /// <summary>Place of the next quote, backslash or control character.</summary>
    private static int SkipPlain(ReadOnlySpan<byte> json, int at)
    {
        ref var bytes = ref MemoryMarshal.GetReference(json);
        while (at <= json.Length - Vector256<byte>.Count)
        {
            var block = Vector256.LoadUnsafe(ref bytes, (nuint)at);
            var stops = Vector256.Equals(block, Vector256.Create((byte)'"'))
                | Vector256.Equals(block, Vector256.Create((byte)'\\'))
                | Vector256.LessThan(block, Vector256.Create((byte)' '));
            var mask = stops.ExtractMostSignificantBits();
            if (mask != 0) return at + System.Numerics.BitOperations.TrailingZeroCount(mask);
            at += Vector256<byte>.Count;
        }

        while (at < json.Length && json[at] is not ((byte)'"' or (byte)'\\' or < (byte)' ')) at++;
        return at;
    }

    private static bool IsEscape(ReadOnlySpan<byte> json, int at)
    {
        if (at + 1 >= json.Length) return false;
        if (json[at + 1] != 'u') return "\"\\/bfnrt"u8.Contains(json[at + 1]);
        if (at + 5 >= json.Length) return false;
        for (var i = at + 2; i < at + 6; i++)
            if (!char.IsAsciiHexDigit((char)json[i])) return false;
        return true;
    }

    private bool Complain(string complaint)
    {
        Complaint = complaint;
        return false;
    }

    private bool ReadNumber(ReadOnlySpan<byte> json, ref int at, bool keep)
    {
        var start = at;
        if (json[at] == '-') at++;
        if (at < json.Length && json[at] == '0') at++;
        else if (!SkipDigits(json, ref at)) return false;
        if (at < json.Length && json[at] == '.')
        {
            at++;
            if (!SkipDigits(json, ref at)) return false;
        }

        if (at < json.Length && json[at] is (byte)'e' or (byte)'E')
        {
            at++;
            if (at < json.Length && json[at] is (byte)'+' or (byte)'-') at++;
            if (!SkipDigits(json, ref at)) return false;
        }

        if (keep) Tape.Add(TokenKind.Number, start, at - start);
        return true;
    }

    private static bool SkipDigits(ReadOnlySpan<byte> json, ref int at)
    {
        var start = at;
        while (at < json.Length && char.IsAsciiDigit((char)json[at])) at++;
        return at > start;
    }

    private bool ReadLiteral(ReadOnlySpan<byte> json, ref int at, bool keep)
    {
        var rest = json[at..];
        var (length, kind) =
            rest.StartsWith("true"u8) ? (4, TokenKind.True)
            : rest.StartsWith("false"u8) ? (5, TokenKind.False)
            : rest.StartsWith("null"u8) ? (4, TokenKind.Null)
            : (0, TokenKind.Null);
        if (length == 0) return false;
        if (keep) Tape.Add(kind, at, length);
        at += length;
        return true;
    }
}
