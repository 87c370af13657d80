using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Engagement.Attrition.Training.Logistic;

/// <summary>Rows of terms in single precision, against weights and sums in double. Lengths are alike and whole vectors.</summary>
internal static class Terms
{
    private const int Lanes = 8;

    /// <summary>The sum of each term times its weight.</summary>
    public static double Dot(ReadOnlySpan<float> terms, ReadOnlySpan<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(weights.Length, terms.Length);
        ref var term = ref MemoryMarshal.GetReference(terms);
        ref var weight = ref MemoryMarshal.GetReference(weights);
        Vector256<double> a = default, b = default, c = default, d = default;
        var i = (nuint)0;
        for (; i + 2 * Lanes <= (nuint)terms.Length; i += 2 * Lanes)
        {
            Add(ref a, ref b, ref term, ref weight, i);
            Add(ref c, ref d, ref term, ref weight, i + Lanes);
        }
        if (i < (nuint)terms.Length) Add(ref a, ref b, ref term, ref weight, i);
        return Vector256.Sum(a + b + (c + d));
    }

    /// <summary>Adds a multiple of the terms to the sums.</summary>
    public static void AddScaled(ReadOnlySpan<float> terms, double factor, Span<double> sums)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(sums.Length, terms.Length);
        ref var term = ref MemoryMarshal.GetReference(terms);
        ref var sum = ref MemoryMarshal.GetReference(sums);
        var factors = Vector256.Create(factor);
        for (var i = (nuint)0; i < (nuint)terms.Length; i += Lanes)
        {
            var (lower, upper) = Vector256.Widen(Vector256.LoadUnsafe(ref term, i));
            Vector256.FusedMultiplyAdd(lower, factors, Vector256.LoadUnsafe(ref sum, i)).StoreUnsafe(ref sum, i);
            Vector256.FusedMultiplyAdd(upper, factors, Vector256.LoadUnsafe(ref sum, i + Lanes / 2)).StoreUnsafe(ref sum, i + Lanes / 2);
        }
    }

    private static void Add(ref Vector256<double> even, ref Vector256<double> odd, ref float term, ref double weight, nuint i)
    {
        var (lower, upper) = Vector256.Widen(Vector256.LoadUnsafe(ref term, i));
        even = Vector256.FusedMultiplyAdd(lower, Vector256.LoadUnsafe(ref weight, i), even);
        odd = Vector256.FusedMultiplyAdd(upper, Vector256.LoadUnsafe(ref weight, i + Lanes / 2), odd);
    }
}
