namespace Engagement.Simulator;

/// <summary>Ids that follow from the seed: a statement can name another before that one is written.</summary>
internal static class StatementIds
{
    private const ulong RegistrationStream = ulong.MaxValue - 1;

    public static Guid Of(ulong seed, int learner, int number) => Uuid(Dice.Mix(Dice.Mix(seed, (ulong)learner), (ulong)number));

    public static Guid Registration(ulong seed, int learner) => Uuid(Dice.Mix(Dice.Mix(seed, (ulong)learner), RegistrationStream));

    private static Guid Uuid(ulong hash)
    {
        // The version and variant bits of a random UUID (RFC 9562, version 4).
        var high = (hash & 0xFFFF_FFFF_FFFF_0FFFUL) | 0x4000UL;
        var low = (Dice.Mix(hash, 1) & 0x3FFF_FFFF_FFFF_FFFFUL) | 0x8000_0000_0000_0000UL;
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes, high);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        return new Guid(bytes, bigEndian: true);
    }
}
