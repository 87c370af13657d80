using System.Buffers.Binary;
using System.Text;

namespace Engagement.Statements.Vocabulary;

/// <summary>
/// A fixed map from UTF-8 words to values, asked without making a string. Immutable, thread-safe.
/// FrozenDictionary could be asked by span only through UTF-16.
/// </summary>
internal sealed class Utf8Table<TValue>
{
    private readonly (byte[]? Word, TValue Value)[] _slots;

    public Utf8Table(IEnumerable<(string Word, TValue Value)> entries)
    {
        var all = entries.ToArray();
        _slots = new (byte[]?, TValue)[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)all.Length * 4 + 1)];
        foreach (var (word, value) in all)
        {
            var bytes = Encoding.UTF8.GetBytes(word);
            var slot = Slot(bytes);
            while (_slots[slot].Word is { } taken)
            {
                if (bytes.AsSpan().SequenceEqual(taken)) throw new ArgumentException($"'{word}' stands twice in a table.");
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = (bytes, value);
        }
    }

    public bool TryGet(ReadOnlySpan<byte> word, out TValue value)
    {
        for (var slot = Slot(word); _slots[slot].Word is { } taken; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (!word.SequenceEqual(taken)) continue;
            value = _slots[slot].Value;
            return true;
        }

        value = default!;
        return false;
    }

    // Samples the word at its start, middle and end: IRIs of one vocabulary differ in few places. The words are ours,
    // so nobody can choose them to collide.
    private int Slot(ReadOnlySpan<byte> word)
    {
        var hash = (ulong)word.Length * 0x9E3779B97F4A7C15;
        if (word.Length >= 8)
        {
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(word));
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(word[((word.Length - 8) / 2)..]));
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(word[^8..]));
            if (word.Length >= 32) hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(word[^16..]));
        }
        else
        {
            foreach (var b in word) hash = (hash ^ b) * 0x100000001B3;
            hash = Mix(hash);
        }

        return (int)(hash >> 32) & (_slots.Length - 1);
    }

    private static ulong Mix(ulong x) => (x ^ (x >> 29)) * 0xBF58476D1CE4E5B9;
}
