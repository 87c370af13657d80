using System.Buffers.Binary;

namespace Engagement.Statements.Json;

/// <summary>
/// A fast 64-bit hash of UTF-8 text, by folded 128-bit products, which is wyhash's scheme. Not cryptographic: who wants two
/// texts to collide can make them so.
/// </summary>
internal static class TextHash
{
    // Odd, with half of their bits set.
    public const ulong P0 = 0xA0761D6478BD642F, P1 = 0xE7037ED1A0B428DB, P2 = 0x8EBC6AF09C88C6E3, P3 = 0x589965CC75374CC3;

    public static ulong Of(ReadOnlySpan<byte> text, ulong seed)
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

    /// <summary>High and low half of the product, folded into one.</summary>
    public static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
