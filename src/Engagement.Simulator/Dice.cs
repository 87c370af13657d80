using System.Numerics;

namespace Engagement.Simulator;

/// <summary>
/// xoshiro256** (Blackman and Vigna, 2018), seeded by SplitMix64. Not System.Random: its sequence may change with the
/// runtime, and two runs of a demo must print one table. Not thread-safe.
/// </summary>
internal sealed class Dice
{
    private ulong _s0, _s1, _s2, _s3;

    public Dice(ulong seed, ulong stream)
    {
        var state = Mix(seed, stream);
        _s0 = SplitMix(ref state);
        _s1 = SplitMix(ref state);
        _s2 = SplitMix(ref state);
        _s3 = SplitMix(ref state);
    }

    /// <summary>Goes on from a state; not all zero.</summary>
    public Dice(ulong s0, ulong s1, ulong s2, ulong s3) => (_s0, _s1, _s2, _s3) = (s0, s1, s2, s3);

    /// <summary>A well-spread hash of two numbers: randomness that needs no state.</summary>
    public static ulong Mix(ulong a, ulong b)
    {
        var state = a * 0x9E3779B97F4A7C15UL + b;
        var first = SplitMix(ref state);
        state ^= first + b;
        return SplitMix(ref state);
    }

    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
        var t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>In [0, 1).</summary>
    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool Chance(double probability) => Unit() < probability;

    public double Between(double from, double to) => from + (to - from) * Unit();

    /// <summary>In [from, to], both included.</summary>
    public int Between(int from, int to) => from + (int)(Unit() * (to - from + 1));

    public T Pick<T>(ReadOnlySpan<T> items) => items[Between(0, items.Length - 1)];

    /// <summary>Standard normal, by Box and Muller.</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Unit())) * Math.Cos(2 * Math.PI * Unit());

    /// <summary>Reading times, pauses and answers are log-normal: many short, a few very long.</summary>
    public double LogNormal(double median, double sigma) => median * Math.Exp(sigma * Normal());

    private static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
