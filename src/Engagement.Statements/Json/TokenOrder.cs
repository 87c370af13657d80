namespace Engagement.Statements.Json;

/// <summary>Orders string tokens by the bytes of their text, to find those that say the same.</summary>
internal sealed class TokenOrder
{
    /// <summary>The second of two tokens with one text, or 0. Sorts <paramref name="tokens"/>.</summary>
    public int FindTwice(ReadOnlySpan<byte> json, Tape tape, Span<int> tokens)
    {
        Sort(json, tape, tokens);
        for (var i = 1; i < tokens.Length; i++)
            if (Compare(json, tape, tokens[i - 1], tokens[i]) == 0) return Math.Max(tokens[i - 1], tokens[i]);
        return 0;
    }

    /// <summary>By insertion where there are few (mostly), else as a heap.</summary>
    public void Sort(ReadOnlySpan<byte> json, Tape tape, Span<int> tokens)
    {
        if (tokens.Length > 24)
        {
            SortHeap(json, tape, tokens);
            return;
        }

        for (var i = 1; i < tokens.Length; i++)
        {
            var token = tokens[i];
            var at = i;
            for (; at > 0 && Compare(json, tape, tokens[at - 1], token) > 0; at--) tokens[at] = tokens[at - 1];
            tokens[at] = token;
        }
    }

    public int Compare(ReadOnlySpan<byte> json, Tape tape, int left, int right)
    {
        ref var a = ref tape[left];
        ref var b = ref tape[right];
        return a.Escaped || b.Escaped
            ? Compare(new StringBytes(json.Slice(a.Start, a.Length), a.Escaped), new StringBytes(json.Slice(b.Start, b.Length), b.Escaped))
            : json.Slice(a.Start, a.Length).SequenceCompareTo(json.Slice(b.Start, b.Length));
    }

    // No further than to the first difference: one long key with an escape may be compared with each of thousands.
    private static int Compare(StringBytes left, StringBytes right)
    {
        while (true)
        {
            var hasLeft = left.TryNext(out var a);
            var hasRight = right.TryNext(out var b);
            if (!hasLeft || !hasRight) return hasLeft.CompareTo(hasRight);
            if (a != b) return a.CompareTo(b);
        }
    }

    private void SortHeap(ReadOnlySpan<byte> json, Tape tape, Span<int> tokens)
    {
        for (var i = tokens.Length / 2 - 1; i >= 0; i--) Sink(json, tape, tokens, i);
        for (var end = tokens.Length - 1; end > 0; end--)
        {
            (tokens[0], tokens[end]) = (tokens[end], tokens[0]);
            Sink(json, tape, tokens[..end], 0);
        }
    }

    private void Sink(ReadOnlySpan<byte> json, Tape tape, Span<int> heap, int parent)
    {
        for (var child = 2 * parent + 1; child < heap.Length; child = 2 * parent + 1)
        {
            if (child + 1 < heap.Length && Compare(json, tape, heap[child], heap[child + 1]) < 0) child++;
            if (Compare(json, tape, heap[parent], heap[child]) >= 0) return;
            (heap[parent], heap[child]) = (heap[child], heap[parent]);
            parent = child;
        }
    }

    /// <summary>A token's text, escapes resolved into <paramref name="buffer"/>, which is made larger as needed.</summary>
    public static ReadOnlySpan<byte> Plain(ReadOnlySpan<byte> json, scoped ref Token token, scoped ref byte[] buffer)
    {
        var text = json.Slice(token.Start, token.Length);
        if (!token.Escaped) return text;
        if (buffer.Length < text.Length) buffer = new byte[text.Length * 2];
        return buffer.AsSpan(0, JsonText.Unescape(text, buffer));
    }
}
