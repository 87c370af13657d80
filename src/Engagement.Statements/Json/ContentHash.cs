using System.Text;
using Engagement.Statements.Reading;
using static Engagement.Statements.Json.TextHash;

namespace Engagement.Statements.Json;

/// <summary>
/// A number that tells whether two statements with one id say the same, whatever the order of their keys, their white space and
/// their escapes; numbers count as they were sent. What is no part of an immutable statement (xAPI-Data 2.3.1) is left out: what
/// a store adds (<c>id</c>, <c>stored</c>, <c>authority</c>, <c>version</c>), verbs' <c>display</c>, activities' <c>definition</c>,
/// the order of a group's members. An object's hash is the sum over its members, so that nothing is sorted or copied. Not cryptographic: two statements made to collide by intent are taken for one, of which the first stays.
/// Since every key is met here, by its number where xAPI knows it and hashed where not, one that stands twice in an object is found here too.
/// </summary>
internal sealed class ContentHash
{
    // Beyond, looking through all keys before would take more than linear time.
    private const int MostKeysByLooking = 64;

    private const ulong KeySeed = P3;

    // timestamp is left out as text, and counts as a moment: see At.
    private const ulong LeftOut = 1UL << (int)Key.Id | 1UL << (int)Key.Stored | 1UL << (int)Key.Authority | 1UL << (int)Key.Version | 1UL << (int)Key.Timestamp;

    private static readonly ulong[] NameHashes = [.. Enum.GetValues<Key>().Select(key => TextHash.Of(Encoding.UTF8.GetBytes(Keys.Text(key)), KeySeed))];

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
        var hash = Value(json, tape, 0, Key.Unknown);
        twice = _twice;
        return hash;
    }

    /// <param name="hash">Of a statement.</param>
    /// <param name="micros">The moment its timestamp names, however it is written; null where it has none.</param>
    public static ulong At(ulong hash, long? micros) => micros is { } moment ? Fold(hash ^ P2, (ulong)moment ^ P3) : hash;

    // parent: the key whose value this is, or belongs to; within extensions, whose words are not xAPI's, theirs.
    private ulong Value(ReadOnlySpan<byte> json, Tape tape, int index, Key parent)
    {
        ref var token = ref tape[index];
        return token.Kind switch
        {
            TokenKind.Object => Object(json, tape, index, parent),
            TokenKind.Array => Array(json, tape, index, parent),
            _ => TextHash.Of(TokenOrder.Plain(json, ref token, ref _text), (ulong)token.Kind * P2),
        };
    }

    private ulong Object(ReadOnlySpan<byte> json, Tape tape, int index, Key parent)
    {
        var first = _open;
        var (sum, count, seen) = (0UL, 0UL, 0UL);
        for (int token = index + 1, end = tape[index].Next; token < end; token = tape[token + 1].Next)
        {
            var key = tape[token].Key;
            ulong name;
            if (key == Key.Unknown)
            {
                name = TextHash.Of(TokenOrder.Plain(json, ref tape[token], ref _text), KeySeed);
                if (_open - first < MostKeysByLooking && StandsAlready(json, tape, first, name, token)) return 0;
                Open(name, token);
            }
            else
            {
                name = NameHashes[(int)key];
                var bit = 1UL << (int)key;
                if ((seen & bit) != 0)
                {
                    _twice = token;
                    return 0;
                }

                seen |= bit;
            }

            var value = Value(json, tape, token + 1, parent == Key.Extensions ? parent : key);
            if (_twice != 0) return 0;
            if (index == 0 ? (LeftOut >> (int)key & 1) != 0 : IsLeftOut(key, parent)) continue;
            sum += Fold(name ^ P1, value ^ P2);
            count++;
        }

        if (_open - first > MostKeysByLooking) _twice = _order.FindTwice(json, tape, _keys.AsSpan(first, _open - first));
        _open = first;
        return index == 0 ? Fold(sum ^ P0, P1) : Fold(sum ^ P0, count ^ P1);
    }

    private ulong Array(ReadOnlySpan<byte> json, Tape tape, int index, Key parent)
    {
        var hash = P1;
        for (int item = index + 1, end = tape[index].Next; item < end && _twice == 0; item = tape[item].Next)
        {
            var value = Value(json, tape, item, parent) ^ P3;
            hash = parent == Key.Member ? hash + Fold(P0, value) : Fold(hash ^ P0, value);
        }

        return hash;
    }

    private static bool IsLeftOut(Key key, Key parent) =>
        (key == Key.Definition && parent != Key.Extensions) || (key == Key.Display && parent == Key.Verb);

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
}
