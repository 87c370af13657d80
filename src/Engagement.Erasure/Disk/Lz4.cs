namespace Engagement.Erasure.Disk;

/// <summary>Reads a block of LZ4, as ClickHouse writes its columns by default.</summary>
internal static class Lz4
{
    private const int LeastMatch = 4, Long = 15;

    /// <param name="block">Compressed.</param>
    /// <param name="target">Of the length the block has when read.</param>
    /// <exception cref="InvalidDataException">It is no such block.</exception>
    public static void Read(ReadOnlySpan<byte> block, Span<byte> target)
    {
        int from = 0, to = 0;
        try
        {
            while (from < block.Length)
            {
                var token = block[from++];
                var literals = Length(block, ref from, token >> 4);
                block.Slice(from, literals).CopyTo(target[to..]);
                from += literals;
                to += literals;
                if (from == block.Length) break; // the last sequence is of literals alone
                var offset = block[from] | (block[from + 1] << 8);
                from += 2;
                var match = Length(block, ref from, token & Long) + LeastMatch;
                if (offset == 0) throw new ArgumentOutOfRangeException(nameof(block));
                // A match may reach into itself: then it repeats what it has just written.
                for (; match > 0; match--, to++) target[to] = target[to - offset];
            }
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("A compressed block is damaged", e);
        }
        if (to != target.Length) throw new InvalidDataException("A compressed block is shorter than it says");
    }

    private static int Length(ReadOnlySpan<byte> block, ref int from, int length)
    {
        if (length < Long) return length;
        byte more;
        do
        {
            more = block[from++];
            length += more;
        }
        while (more == byte.MaxValue);
        return length;
    }
}
