using System.Buffers.Binary;

namespace Engagement.Kafka.Feeding;

/// <summary>The hash by which Kafka's own clients choose a partition, so that a learner's statements meet whoever sends them.</summary>
internal static class Murmur2
{
    private const uint Seed = 0x9747B28C;
    private const uint Mix = 0x5BD1E995;

    public static int Partition(ReadOnlySpan<byte> key, int partitions) => (int)(Hash(key) & 0x7FFFFFFF) % partitions;

    private static uint Hash(ReadOnlySpan<byte> key)
    {
        var hash = Seed ^ (uint)key.Length;
        for (; key.Length >= 4; key = key[4..])
        {
            var word = BinaryPrimitives.ReadUInt32LittleEndian(key) * Mix;
            word = (word ^ (word >> 24)) * Mix;
            hash = (hash * Mix) ^ word;
        }
        if (key.Length > 0)
        {
            for (var i = key.Length - 1; i >= 0; i--) hash ^= (uint)key[i] << (8 * i);
            hash *= Mix;
        }
        hash = (hash ^ (hash >> 13)) * Mix;
        return hash ^ (hash >> 15);
    }
}
