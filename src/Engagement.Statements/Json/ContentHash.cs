using System.Buffers.Binary;

namespace Engagement.Statements.Json;

/// <summary>
/// A number that tells whether two statements with one id say the same, whatever the order of their keys, their white space and
/// their escapes; numbers count as they were sent. What is no part of an immutable statement (xAPI-Data 2.3.1) is left out: what
/// a store adds (<c>id</c>, <c>stored</c>, <c>authority</c>, <c>version</c>), verbs' <c>display</c>, activities' <c>definition</c>,
/// the order of a group's members. An object's hash is the sum over its members, so that nothing is sorted or copied. Not cryptographic: two statements made to collide by intent are taken for one, of which the first stays.
/// Since every key is hashed here, a key that stands twice in one object is found here too.
/// </summary>
internal sealed class ContentHash
{
    // Beyond, looking through all keys before would take more than linear time.
    private const int MostKeysByLooking = 64;

    // Odd, with half of their bits set; the scheme of folded 128-bit products is wyhash's.
    private const ulong P0 = 0xA0761D6478BD642F, P1 = 0xE7037ED1A0B428DB, P2 = 0x8EBC6AF09C88C6E3, P3 = 0x589965CC75374CC3;

    private const ulong KeySeed = P3;

    // timestamp is left out as text, and counts as a moment: see At.
    private static readonly ulong[] LeftOut =
    [
        OfText("id"u8, KeySeed), OfText("stored"u8, KeySeed), OfText("authority"u8, KeySeed), OfText("version"u8, KeySeed),
        OfText("timestamp"u8, KeySeed),
    ];

    private static readonly ulong Verb = OfText("verb"u8, KeySeed), Display = OfText("display"u8, KeySeed),
        Definition = OfText("definition"u8, KeySeed), Member = OfText("member"u8, KeySeed), Extensions = OfText("extensions"u8, KeySeed);

    private readonly TokenOrder _order = new();
    private ulong[] _hashes = new ulong[64];
    private int[] _keys = new int[64];
    private int _open;
    private int _twice;
    private byte[] _text = [];

    /// <param name="json">The message.</param>
    /// <param name="tape">Of one statement.</param>
    /// <param name="twice">0, or the token of a key that its object already has; the hash means nothing then.</param>
    public ulong Of(ReadOnlySpan<byte> json, Tape tape, out int twice)
    {
        _open = 0;
        _twice = 0;
        var hash = Value(json, tape, 0, parent: 0);
        twice = _twice;
        return hash;
    }

    /// <param name="hash">Of a statement.</param>
    /// <param name="micros">The moment its timestamp names, however it is written; null where it has none.</param>
    public static ulong At(ulong hash, long? micros) => micros is { } moment ? Fold(hash ^ P2, (ulong)moment ^ P3) : hash;

    // parent: hash of the key whose value this is, or belongs to; within extensions, whose words are not xAPI's, theirs.
    private ulong Value(ReadOnlySpan<byte> json, Tape tape, int index, ulong parent)
    {
        ref var token = ref tape[index];
        return token.Kind switch
        {
            TokenKind.Object => Object(json, tape, index, parent),
            TokenKind.Array => Array(json, tape, index, parent),
            _ => OfText(TokenOrder.Plain(json, ref token, ref _text), (ulong)token.Kind * P2),
        };
    }

    private ulong Object(ReadOnlySpan<byte> json, Tape tape, int index, ulong parent)
    {
        var first = _open;
        var (sum, count) = (0UL, 0UL);
        for (int key = index + 1, end = tape[index].Next; key < end; key = tape[key + 1].Next)
        {
            var name = OfText(TokenOrder.Plain(json, ref tape[key], ref _text), KeySeed);
            if (_open - first < MostKeysByLooking && StandsAlready(json, tape, first, name, key)) return 0;
            Open(name, key);
            var value = Value(json, tape, key + 1, parent == Extensions ? parent : name);
            if (_twice != 0) return 0;
            if (index == 0 ? LeftOut.AsSpan().Contains(name) : IsLeftOut(name, parent)) continue;
            sum += Fold(name ^ P1, value ^ P2);
            count++;
        }

        if (_open - first > MostKeysByLooking) _twice = _order.FindTwice(json, tape, _keys.AsSpan(first, _open - first));
        _open = first;
        return index == 0 ? Fold(sum ^ P0, P1) : Fold(sum ^ P0, count ^ P1);
    }

    private ulong Array(ReadOnlySpan<byte> json, Tape tape, int index, ulong parent)
    {
        var hash = P1;
        for (int item = index + 1, end = tape[index].Next; item < end && _twice == 0; item = tape[item].Next)
        {
            var value = Value(json, tape, item, parent) ^ P3;
            hash = parent == Member ? hash + Fold(P0, value) : Fold(hash ^ P0, value);
        }

        return hash;
    }

    private static bool IsLeftOut(ulong name, ulong parent) =>
        (name == Definition && parent != Extensions) || (name == Display && parent == Verb);

    private bool StandsAlready(ReadOnlySpan<byte> json, Tape tape, int first, ulong name, int key)
    {
        for (var i = first; i < _open; i++)
        {
            if (_hashes[i] != name || _order.Compare(json, tape, _keys[i], key) != 0) continue;
            _twice = key;
            return true;
        }

        return false;
    }

    private void Open(ulong name, int key)
    {
        if (_open == _keys.Length)
        {
            System.Array.Resize(ref _hashes, _open * 2);
            System.Array.Resize(ref _keys, _open * 2);
        }

        _hashes[_open] = name;
        _keys[_open++] = key;
    }

    private static ulong OfText(ReadOnlySpan<byte> text, ulong seed)
    {
        var hash = seed ^ (ulong)text.Length * P0;
        for (; text.Length > 16; text = text[16..])
            hash = Fold(BinaryPrimitives.ReadUInt64LittleEndian(text) ^ P1, BinaryPrimitives.ReadUInt64LittleEndian(text[8..]) ^ hash);
        ulong low = 0, high = 0;
        if (text.Length >= 8)
        {
            low = BinaryPrimitives.ReadUInt64LittleEndian(text);
            high = BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]);
        }
        else if (text.Length >= 4)
        {
            low = BinaryPrimitives.ReadUInt32LittleEndian(text);
            high = BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]);
        }
        else if (text.Length > 0)
        {
            low = (ulong)text[0] << 16 | (ulong)text[text.Length >> 1] << 8 | text[^1];
        }

        return Fold(low ^ P2, high ^ hash);
    }

    private static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
