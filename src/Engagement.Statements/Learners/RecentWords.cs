using Engagement.Statements.Json;

namespace Engagement.Statements.Learners;

/// <summary>
/// Remembers what was computed for recently seen words, in a fixed amount of memory: each word has one place, the last
/// one there stays. For what costs a hash or a search for each statement, though learners and titles are few.
/// </summary>
internal sealed class RecentWords<TValue>(int places, int longestWord)
{
    private readonly byte[] _words = new byte[places * longestWord];
    private readonly int[] _lengths = new int[places];
    private readonly TValue[] _values = new TValue[places];

    /// <param name="place">Hand it to <see cref="Keep"/>.</param>
    public bool TryGet(ReadOnlySpan<byte> word, out int place, out TValue value)
    {
        place = Place(word);
        value = _values[place];
        return word.Length > 0
            && _lengths[place] == word.Length
            && word.SequenceEqual(_words.AsSpan(place * longestWord, word.Length));
    }

    public void Keep(int place, ReadOnlySpan<byte> word, TValue value)
    {
        if (word.Length > longestWord) return;
        word.CopyTo(_words.AsSpan(place * longestWord));
        _lengths[place] = word.Length;
        _values[place] = value;
    }

    private int Place(ReadOnlySpan<byte> word) => (int)(TextHash.Of(word, 0) % (uint)places);
}
