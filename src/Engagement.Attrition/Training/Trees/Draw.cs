namespace Engagement.Attrition.Training.Trees;

/// <summary>Random numbers that need no state: a hash (the finaliser of SplitMix64) of the seed, the tree and the item drawn for.</summary>
internal static class Draw
{
    /// <summary>In [0, 1).</summary>
    public static double Unit(ulong seed, int tree, int item)
    {
        var mixed = Mix(Mix(seed + 0x9E3779B97F4A7C15UL * (ulong)(tree + 1)) + (ulong)item);
        return (mixed >> 11) * (1.0 / (1UL << 53));
    }

    private static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
