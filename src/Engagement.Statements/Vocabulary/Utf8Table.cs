using System.Text;
using Engagement.Statements.Json;

namespace Engagement.Statements.Vocabulary;

/// <summary>
/// A fixed map from UTF-8 words to values, asked without making a string. Immutable, thread-safe.
/// FrozenDictionary could be asked by span only through UTF-16.
/// </summary>
internal sealed class Utf8Table<TValue>
{
    private readonly (byte[]? Word, TValue Value)[] _slots;
    private readonly int _longest;

    public Utf8Table(IEnumerable<(string Word, TValue Value)> entries)
    {
        var all = entries.ToArray();
        _longest = all.Max(entry => Encoding.UTF8.GetByteCount(entry.Word));
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
        value = default!;
        if (word.Length > _longest) return false;
        for (var slot = Slot(word); _slots[slot].Word is { } taken; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (!word.SequenceEqual(taken)) continue;
            value = _slots[slot].Value;
            return true;
        }

        return false;
    }

    // The words are ours, so nobody can choose them to collide.
    private int Slot(ReadOnlySpan<byte> word) => (int)TextHash.Of(word, 0) & (_slots.Length - 1);
}
